package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.ProblemException;

/** Ratings with blind tickets. Nobody signs in here: that is the point. */
@Path("/v1/satisfaction/blind-ratings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class BlindRatingResource {
    /** Feedback names its sender; whoever rates blind is not asked for a name. */
    private static final Supplier<Uni<Optional<FeedbackOffer>>> NO_OFFER =
            () -> Uni.createFrom().item(Optional.empty());

    private final BlindRatings ratings;

    BlindRatingResource(BlindRatings ratings) {
        this.ratings = ratings;
    }

    @POST
    public Uni<RestResponse<RatingReceipt>> postBlindRating(BlindRating rating) {
        return ratings.redeem(required(rating))
                .chain(outcome -> SurveyResource.answer(RestResponse.Status.CREATED, outcome, NO_OFFER));
    }

    @PUT
    public Uni<RestResponse<RatingReceipt>> putBlindRating(BlindRating rating) {
        return ratings.change(required(rating))
                .chain(outcome -> SurveyResource.answer(RestResponse.Status.OK, outcome, NO_OFFER));
    }

    private static BlindRating required(BlindRating rating) {
        if (rating == null) {
            throw ProblemException.invalid("/answers", "Bắt buộc nhập.", "Required.");
        }
        return rating;
    }
}
