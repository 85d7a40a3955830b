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
import jakarta.ws.rs.core.Request;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Conditional;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/** Scores for everybody, and for an officer those of the own agency in the formats of reports. */
@Path("/v1")
class SatisfactionResource {
    private static final Duration MAX_AGE = Duration.ofSeconds(60);

    private final Scoreboards scoreboards;
    private final Caller caller;

    SatisfactionResource(Scoreboards scoreboards, Caller caller) {
        this.scoreboards = scoreboards;
        this.caller = caller;
    }

    /** The tag is made from the answer itself: reading counters is cheap, and a tag of anything else could lie. */
    @GET
    @Path("/satisfaction")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Scores>> getSatisfaction(
            @QueryParam("agency") String agency,
            @QueryParam("field") String field,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("groupBy") ScoreGrouping groupBy,
            @Context Request request) {
        var selection = Selection.of(agency, field, from, to, groupBy, Vietnam.today());
        return scoreboards
                .of(selection, caller.language())
                .chain(scores -> Conditional.answer(
                        request,
                        MAX_AGE,
                        scores.toString(),
                        () -> Uni.createFrom().item(scores)));
    }

    @GET
    @Path("/agencies/{code}/satisfaction")
    @RolesAllowed(Role.OFFICER)
    @Produces({MediaType.APPLICATION_JSON, ScoreReport.CSV, ScoreReport.XLSX})
    public Uni<RestResponse<Scores>> getAgencySatisfaction(
            @PathParam("code") String code,
            @QueryParam("field") String field,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("groupBy") ScoreGrouping groupBy,
            @Context HttpHeaders headers) {
        var agency = AgencyCode.parse(code).orElseThrow(SatisfactionResource::unknownAgency);
        caller.requireAgency(agency);
        var selection = Selection.of(agency.value(), field, from, to, groupBy, Vietnam.today());
        var language = caller.language();
        var accepted = headers.getAcceptableMediaTypes();
        return scoreboards.of(selection, language).map(scores -> ScoreReport.of(scores, accepted, language));
    }

    private static ProblemException unknownAgency() {
        return ProblemException.of(
                ProblemType.AGENCY_NOT_FOUND,
                "Hãy kiểm tra lại mã cơ quan, ví dụ H44 hoặc H44.07.",
                "Check the agency code, for example H44 or H44.07.");
    }
}
