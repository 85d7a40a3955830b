package vn.motcua.catalogue;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.Role;

/** Publishing, for administrators. */
@Path("/v1/admin/catalogue/releases")
@Produces(MediaType.APPLICATION_JSON)
class ReleaseResource {
    private static final String NDJSON = "application/x-ndjson";

    private final Releases releases;
    private final ReleaseList list;
    private final Caller caller;

    ReleaseResource(Releases releases, ReleaseList list, Caller caller) {
        this.releases = releases;
        this.list = list;
        this.caller = caller;
    }

    /** Runs on a worker thread, which waits for the file as it comes in. */
    @POST
    @Consumes({NDJSON, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.ADMIN)
    @Blocking
    public Uni<RestResponse<ReleaseReport>> publishCatalogueRelease(
            @QueryParam("mode") @DefaultValue("MERGE") ReleaseMode mode,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")) @QueryParam("dryRun")
                    String dryRun,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")) @QueryParam("strict")
                    String strict,
            @QueryParam("shape") Shape shape,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(type = SchemaType.OBJECT))
                            })
                    InputStream body) {
        var wish = new Releases.Wish(mode, Parameters.flag("dryRun", dryRun), Parameters.flag("strict", strict), shape);
        return answer(releases.publish(body, wish, caller.language()));
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed(Role.ADMIN)
    @Blocking
    public Uni<RestResponse<ReleaseReport>> restoreCatalogueRelease(
            @PathParam("id") long id,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")) @QueryParam("dryRun")
                    String dryRun) {
        return answer(releases.restore(id, Parameters.flag("dryRun", dryRun), caller.language()));
    }

    @GET
    @RolesAllowed(Role.ADMIN)
    public Uni<Page<Release>> listCatalogueReleases(
            @QueryParam("limit") @DefaultValue("20") int limit, @QueryParam("cursor") String cursor) {
        return list.page(Page.limit(limit), cursor);
    }

    private static Uni<RestResponse<ReleaseReport>> answer(ReleaseReport report) {
        var status = report.releaseId() == null ? RestResponse.Status.OK : RestResponse.Status.CREATED;
        return Uni.createFrom()
                .item(RestResponse.ResponseBuilder.create(status, report).build());
    }
}
