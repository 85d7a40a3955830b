package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.Duration;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Conditional;
import vn.motcua.openapi.Vietnam;

/** Which reasons there are, and how often agencies give none. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
class ReasonCodeResource {
    private static final Duration LIST_AGE = Duration.ofHours(1);
    private static final Duration COUNT_AGE = Duration.ofSeconds(60);

    private final ReasonCodes codes;
    private final ReturnFigures figures;
    private final Caller caller;

    ReasonCodeResource(ReasonCodes codes, ReturnFigures figures, Caller caller) {
        this.codes = codes;
        this.figures = figures;
        this.caller = caller;
    }

    @GET
    @Path("/reason-codes")
    public Uni<RestResponse<ReasonCodeList>> listReasonCodes(@Context Request request) {
        var list = ReasonCodeList.of(codes.all(), caller.language());
        return Conditional.answer(
                request, LIST_AGE, list.toString(), () -> Uni.createFrom().item(list));
    }

    /** The tag is made from the answer itself: sums of a few thousand counters are cheap. */
    @GET
    @Path("/unexplained-returns")
    public Uni<RestResponse<UnexplainedReturns>> getUnexplainedReturns(
            @RestQuery String agency, @RestQuery String from, @RestQuery String to, @Context Request request) {
        var period = ReturnPeriod.of(agency, from, to, LocalDate.now(Vietnam.OFFSET));
        return figures.of(period)
                .chain(answer -> Conditional.answer(
                        request,
                        COUNT_AGE,
                        answer.toString(),
                        () -> Uni.createFrom().item(answer)));
    }
}
