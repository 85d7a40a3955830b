package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.Role;

/** Announcements to many people, for administrators. */
@Path("/v1/admin/broadcasts")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class BroadcastResource {
    private final Broadcasts broadcasts;
    private final BroadcastStore store;
    private final BroadcastCheck check;

    BroadcastResource(Broadcasts broadcasts, BroadcastStore store, BroadcastCheck check) {
        this.broadcasts = broadcasts;
        this.store = store;
        this.check = check;
    }

    @GET
    public Uni<Page<Broadcast>> listBroadcasts(
            @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int most = Page.limit(limit);
        return store.list(InboxPlace.decode(cursor, "cursor"), most + 1)
                .map(found -> Page.of(found, most, one -> new InboxPlace(one.createdAt(), one.id()).encode()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Broadcast>> createBroadcast(BroadcastInput input) {
        return broadcasts
                .create(check.checked(input))
                .map(created -> RestResponse.status(RestResponse.Status.CREATED, created));
    }

    /** Nothing is saved and nobody is told. */
    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<BroadcastPreview> previewBroadcast(BroadcastInput input) {
        return broadcasts.preview(check.checked(input));
    }

    @GET
    @Path("/{id}")
    public Uni<Broadcast> getBroadcast(@PathParam("id") UUID id) {
        return broadcasts.one(id);
    }

    @POST
    @Path("/{id}/pause")
    public Uni<Broadcast> pauseBroadcast(@PathParam("id") UUID id) {
        return broadcasts.pause(id);
    }

    @POST
    @Path("/{id}/resume")
    public Uni<Broadcast> resumeBroadcast(@PathParam("id") UUID id) {
        return broadcasts.resume(id);
    }

    @POST
    @Path("/{id}/stop")
    public Uni<Broadcast> stopBroadcast(@PathParam("id") UUID id) {
        return broadcasts.stop(id);
    }
}
