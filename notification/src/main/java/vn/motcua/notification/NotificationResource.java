package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.Role;

/** The signed-in person's inbox. */
@Path("/v1/me/notifications")
@RolesAllowed({Role.CITIZEN, Role.BUSINESS})
@Produces(MediaType.APPLICATION_JSON)
public class NotificationResource {
    private final Inbox inbox;
    private final Caller caller;

    NotificationResource(Inbox inbox, Caller caller) {
        this.inbox = inbox;
        this.caller = caller;
    }

    @GET
    public Uni<NotificationPage> listNotifications(
            @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        return inbox.page(caller.person(), caller.language(), InboxPlace.decode(after), Page.limit(limit));
    }

    @GET
    @Path("/{id}")
    public Uni<Notification> getNotification(@PathParam("id") UUID id) {
        return inbox.entry(caller.person(), caller.language(), id);
    }

    @POST
    @Path("/{id}/read")
    @Produces(MediaType.WILDCARD) // nothing comes back: a client may accept what it likes
    public Uni<RestResponse<Void>> readNotification(@PathParam("id") UUID id) {
        return inbox.markRead(caller.person(), id).replaceWith(RestResponse.noContent());
    }
}
