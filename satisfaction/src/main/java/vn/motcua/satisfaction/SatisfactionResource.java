package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
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
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Conditional;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;
import vn.motcua.openapi.Vietnam;

/** Scores for everybody, and for an officer those of the own agency in the formats of reports. */
@Path("/v1")
class SatisfactionResource {
    private static final Duration MAX_AGE = Duration.ofSeconds(60);

    private final Scoreboards scoreboards;
    private final Atoms atoms;
    private final Caller caller;

    SatisfactionResource(Scoreboards scoreboards, Atoms atoms, Caller caller) {
        this.scoreboards = scoreboards;
        this.atoms = atoms;
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
            @QueryParam("questionnaire") String questionnaire,
            @Context Request request) {
        var selection = Selection.of(agency, field, from, to, groupBy, questionnaire, Vietnam.today());
        return scoreboards
                .of(selection, caller.language())
                .chain(scores -> Conditional.answer(
                        request,
                        MAX_AGE,
                        scores.figures(),
                        () -> Uni.createFrom().item(scores)));
    }

    /** Lines never change, but later calls may find more of them, so nothing is kept for long. */
    @GET
    @Path("/satisfaction/atoms")
    @Produces(CsvScores.MEDIA_TYPE)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "public, max-age=60")
    public Uni<String> listAtoms(
            @QueryParam("after") @DefaultValue("0") long after, @QueryParam("limit") @DefaultValue("10000") int limit) {
        if (after < 0) {
            throw ProblemException.invalid("after", "Không được âm.", "Must not be negative.");
        }
        if (limit < 1 || limit > Atoms.MAX_LINES) {
            throw ProblemException.invalid(
                    "limit", "Từ 1 đến " + Atoms.MAX_LINES + ".", "Between 1 and " + Atoms.MAX_LINES + ".");
        }
        return atoms.csv(after, limit);
    }

    /** Not wrapped in a RestResponse: with several formats the framework would look for writers of the wrapper. */
    @GET
    @Path("/agencies/{code}/satisfaction")
    @RolesAllowed(Role.OFFICER)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "private, no-store")
    @Produces({MediaType.APPLICATION_JSON, CsvScores.MEDIA_TYPE, XlsxScores.MEDIA_TYPE})
    public Uni<Scores> getAgencySatisfaction(
            @PathParam("code") String code,
            @QueryParam("field") String field,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("groupBy") ScoreGrouping groupBy,
            @QueryParam("questionnaire") String questionnaire) {
        var agency = AgencyCode.parse(code).orElseThrow(SatisfactionResource::unknownAgency);
        caller.requireAgency(agency);
        var selection = Selection.of(agency.value(), field, from, to, groupBy, questionnaire, Vietnam.today());
        return scoreboards.of(selection, caller.language());
    }

    private static ProblemException unknownAgency() {
        return ProblemException.of(
                ProblemType.AGENCY_NOT_FOUND,
                "Hãy kiểm tra lại mã cơ quan, ví dụ H44 hoặc H44.07.",
                "Check the agency code, for example H44 or H44.07.");
    }
}
