package vn.motcua.satisfaction;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;
import vn.motcua.openapi.StrictText;

/** Cases for their reviewer, who decides once and says why. */
@Path("/v1/admin/satisfaction/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
class QuarantineReviewResource {
    private static final int MAX_EXPLANATION = 1000;

    private final QuarantineReviews reviews;
    private final Caller caller;

    QuarantineReviewResource(QuarantineReviews reviews, Caller caller) {
        this.reviews = reviews;
        this.caller = caller;
    }

    @GET
    public Uni<QuarantineCase.Reviews> listQuarantineReviews(
            @QueryParam("state") @DefaultValue("HELD") QuarantineCase.State state) {
        return reviews.inState(state, caller.language()).map(QuarantineCase.Reviews::new);
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<QuarantineCase.Review> decideQuarantine(
            @PathParam("id") long id, QuarantineCase.Decision decision, @Context SecurityContext security) {
        if (decision == null || decision.decision() == null) {
            throw ProblemException.invalid("/decision", "Bắt buộc nhập.", "Required.");
        }
        var explanation =
                decision.explanation() == null ? "" : decision.explanation().strip();
        if (explanation.isEmpty() || explanation.length() > MAX_EXPLANATION || StrictText.isBroken(explanation)) {
            throw ProblemException.invalid(
                    "/explanation",
                    "Hãy nêu lý do, tối đa 1000 ký tự; lý do được công bố.",
                    "Say why, in up to 1000 characters; it is published.");
        }
        var who = security.getUserPrincipal().getName();
        return reviews.decide(id, decision.decision(), explanation, who, caller).map(outcome -> switch (outcome) {
            case QuarantineReviews.Outcome.Done(var review) -> review;
            case QuarantineReviews.Outcome.Decided(var state) ->
                throw ProblemException.of(
                        ProblemType.QUARANTINE_DECIDED,
                        "Đã có quyết định " + state + "; mỗi trường hợp chỉ được quyết định một lần.",
                        "It is " + state + "; a case is decided once.");
            case QuarantineReviews.Outcome.OwnAgency() ->
                throw ProblemException.of(
                        ProblemType.FORBIDDEN,
                        "Cơ quan không quyết định về đánh giá của chính mình. Hãy để người khác xem xét.",
                        "An agency does not decide on ratings of its own. Leave it to somebody else.");
            case QuarantineReviews.Outcome.Unknown() ->
                throw ProblemException.of(
                        ProblemType.QUARANTINE_NOT_FOUND,
                        "Hãy xem danh sách tại /v1/admin/satisfaction/quarantine.",
                        "See the list at /v1/admin/satisfaction/quarantine.");
        });
    }
}
