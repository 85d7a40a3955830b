package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseHeader;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Vietnam;

/** What was set apart, for everybody: never dropped in silence. */
@Path("/v1/satisfaction/quarantine")
class QuarantineResource {
    private final QuarantineReviews reviews;
    private final Caller caller;

    QuarantineResource(QuarantineReviews reviews, Caller caller) {
        this.reviews = reviews;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "public, max-age=60")
    @ResponseHeader(name = HttpHeaders.VARY, value = HttpHeaders.ACCEPT_LANGUAGE)
    public Uni<QuarantineCase.Page> listQuarantine(
            @QueryParam("agency") String agency,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("questionnaire") String questionnaire,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        var selection = Selection.of(agency, null, from, to, null, questionnaire, Vietnam.today());
        return reviews.page(selection, Page.limit(limit), cursor, caller.language());
    }

    @GET
    @Path("/atoms")
    @Produces(CsvScores.MEDIA_TYPE)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "public, max-age=60")
    public Uni<String> listQuarantineAtoms(
            @QueryParam("after") @DefaultValue("0") long after, @QueryParam("limit") @DefaultValue("1000") int limit) {
        if (after < 0) {
            throw ProblemException.invalid("after", "Không được âm.", "Must not be negative.");
        }
        if (limit < 1 || limit > QuarantineReviews.MAX_CASES) {
            throw ProblemException.invalid(
                    "limit",
                    "Từ 1 đến " + QuarantineReviews.MAX_CASES + ".",
                    "Between 1 and " + QuarantineReviews.MAX_CASES + ".");
        }
        return reviews.csv(after, limit);
    }
}
