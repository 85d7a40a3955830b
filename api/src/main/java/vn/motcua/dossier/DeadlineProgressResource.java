package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import vn.motcua.calendar.Calendars;
import vn.motcua.openapi.Role;

/** How far the recount of deadlines is, for administrators. */
@Path("/v1/admin/deadlines")
@Produces(MediaType.APPLICATION_JSON)
class DeadlineProgressResource {
    private final RecountStore store;
    private final Calendars calendars;

    DeadlineProgressResource(RecountStore store, Calendars calendars) {
        this.store = store;
        this.calendars = calendars;
    }

    @GET
    @RolesAllowed(Role.ADMIN)
    public Uni<DeadlineProgress> getDeadlineProgress() {
        long revision = calendars.time().revision();
        return store.progress(revision)
                .map(progress -> new DeadlineProgress(revision, progress.open(), progress.behind()));
    }
}
