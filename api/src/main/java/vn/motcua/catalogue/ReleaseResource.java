package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Role;

/** Publishing, for administrators. */
@Path("/v1/admin/catalogue/releases")
@Produces(MediaType.APPLICATION_JSON)
class ReleaseResource {
    private static final String NDJSON = "application/x-ndjson";

    private final Releases releases;
    private final ObjectMapper json;
    private final Caller caller;

    ReleaseResource(Releases releases, ObjectMapper json, Caller caller) {
        this.releases = releases;
        this.json = json;
        this.caller = caller;
    }

    /** Runs on a worker thread, which waits for the file as it comes in. */
    @POST
    @Consumes({NDJSON, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.ADMIN)
    @Blocking
    public Uni<RestResponse<ReleaseReport>> publishCatalogueRelease(
            @QueryParam("mode") @DefaultValue("MERGE") ReleaseMode mode,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Context HttpHeaders headers,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(type = SchemaType.OBJECT))
                            })
                    InputStream body) {
        var source = MediaType.APPLICATION_JSON_TYPE.isCompatible(headers.getMediaType())
                ? new PortalSource(json)
                : new NdjsonSource(json);
        var report = releases.publish(source, body, mode, dryRun, caller.language());
        var status = report.releaseId() == null ? RestResponse.Status.OK : RestResponse.Status.CREATED;
        return Uni.createFrom()
                .item(RestResponse.ResponseBuilder.create(status, report).build());
    }
}
