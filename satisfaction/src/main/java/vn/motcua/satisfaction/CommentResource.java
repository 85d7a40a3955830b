package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jboss.resteasy.reactive.ResponseHeader;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;
import vn.motcua.openapi.Vietnam;

/** What people wrote, for officers of the agency or one above it. */
@Path("/v1/agencies/{code}/comments")
class CommentResource {
    private final CommentReadings readings;
    private final Caller caller;

    CommentResource(CommentReadings readings, Caller caller) {
        this.readings = readings;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.OFFICER)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "private, no-store")
    @Produces({MediaType.APPLICATION_JSON, CsvComments.MEDIA_TYPE, XlsxScores.MEDIA_TYPE})
    public Uni<CommentPage> listAgencyComments(
            @PathParam("code") String code,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("topic") String topic,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context SecurityContext security) {
        var agency = AgencyCode.parse(code).orElseThrow(CommentResource::unknownAgency);
        caller.requireAgency(agency);
        var reading = new CommentReading(
                Selection.of(agency.value(), null, from, to, null, null, Vietnam.today()),
                topic,
                security.getUserPrincipal().getName(),
                caller.agency().map(AgencyCode::value).orElse(""));
        return readings.page(reading, Page.limit(limit), cursor, caller.language());
    }

    private static ProblemException unknownAgency() {
        return ProblemException.of(
                ProblemType.AGENCY_NOT_FOUND,
                "Hãy kiểm tra lại mã cơ quan, ví dụ H44 hoặc H44.07.",
                "Check the agency code, for example H44 or H44.07.");
    }
}
