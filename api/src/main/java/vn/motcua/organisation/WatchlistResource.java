package vn.motcua.organisation;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.Role;

/** The dossiers of others that a firm follows. */
@Path("/v1/organisations/{code}/watchlist")
@Produces(MediaType.APPLICATION_JSON)
class WatchlistResource {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final Duration ACCESS_LIMIT = Duration.ofSeconds(10);

    private final OrganisationAccess access;
    private final Watchlists watchlists;

    WatchlistResource(OrganisationAccess access, Watchlists watchlists) {
        this.access = access;
        this.watchlists = watchlists;
    }

    @GET
    @RolesAllowed({Role.BUSINESS, Role.CITIZEN})
    public Uni<Page<WatchedDossier>> listWatchedDossiers(
            @RestPath String code, @RestQuery Integer limit, @RestQuery String cursor) {
        var most = Page.limit(limit);
        return access.require(code, Scope.READ).chain(who -> watchlists.page(who, most, cursor));
    }

    /** On a worker, which waits for the file as it comes in and for the client as the results go out. */
    @POST
    @Consumes({CSV, NDJSON})
    @RolesAllowed({Role.BUSINESS, Role.CITIZEN})
    @Blocking
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WatchlistReport.class)))
    public StreamingOutput uploadWatchlist(
            @RestPath String code,
            @RestQuery @DefaultValue("ADD") WatchMode mode,
            @Context HttpHeaders headers,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING))
                            })
                    InputStream body) {
        var who = access.require(code, Scope.WATCHLIST).await().atMost(ACCESS_LIMIT);
        boolean ndjson = headers.getMediaType().getSubtype().equals("x-ndjson");
        return watchlists.upload(who, mode, body, ndjson)::write;
    }
}
