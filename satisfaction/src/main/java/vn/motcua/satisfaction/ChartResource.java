package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Conditional;
import vn.motcua.openapi.Vietnam;

/** Scores over time as a picture. */
@Path("/v1/satisfaction/chart.svg")
class ChartResource {
    /** Opened by itself a picture is a document: it may neither load nor run anything. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private static final Duration MAX_AGE = Duration.ofSeconds(60);

    private final Scoreboards scoreboards;
    private final Caller caller;

    ChartResource(Scoreboards scoreboards, Caller caller) {
        this.scoreboards = scoreboards;
        this.caller = caller;
    }

    @GET
    @Produces(ScoreChart.MEDIA_TYPE)
    public Uni<RestResponse<String>> getSatisfactionChart(
            @QueryParam("agency") String agency,
            @QueryParam("field") String field,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("questionnaire") String questionnaire,
            @QueryParam("factor") Factor factor,
            @Context Request request) {
        var selection = Selection.of(agency, field, from, to, ScoreGrouping.MONTH, questionnaire, Vietnam.today());
        var language = caller.language();
        var asked = factor == null ? Factor.OVERALL : factor;
        return scoreboards.of(selection, language).chain(scores -> {
            var picture = ScoreChart.svg(scores, asked, language);
            return Conditional.answer(
                            request,
                            MAX_AGE,
                            scores.figures() + asked + language,
                            () -> Uni.createFrom().item(picture))
                    .invoke(answer -> answer.getHeaders().putSingle("Content-Security-Policy", POLICY));
        });
    }
}
