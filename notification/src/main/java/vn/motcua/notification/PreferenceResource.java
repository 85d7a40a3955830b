package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Role;

/** What the signed-in person wants to be pushed, and when. */
@Path("/v1/me/notification-preferences")
@RolesAllowed({Role.CITIZEN, Role.BUSINESS})
@Produces(MediaType.APPLICATION_JSON)
public class PreferenceResource {
    private final PreferenceStore store;
    private final Caller caller;

    PreferenceResource(PreferenceStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    @GET
    public Uni<Preferences> getNotificationPreferences() {
        return store.find(caller.person());
    }

    /** Answers what is kept from now on. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Preferences> putNotificationPreferences(PreferencesInput input) {
        var person = caller.person();
        return store.put(person, PreferencesInput.checked(input)).chain(() -> store.find(person));
    }
}
