package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** The questionnaire and the rating. Opening is harmless; only the POST redeems. */
@Path("/v1/surveys/{ticket}")
@Produces(MediaType.APPLICATION_JSON)
class SurveyResource {
    private final Surveys surveys;
    private final Ratings ratings;
    private final FeedbackOffers offers;
    private final Caller caller;

    SurveyResource(Surveys surveys, Ratings ratings, FeedbackOffers offers, Caller caller) {
        this.surveys = surveys;
        this.ratings = ratings;
        this.offers = offers;
        this.caller = caller;
    }

    @GET
    public Uni<RestResponse<Survey>> getSurvey(@PathParam("ticket") String ticket) {
        return surveys.of(ticket, caller.language()).map(found -> switch (found) {
            case Surveys.Found.Questions(var survey) -> uncached(RestResponse.Status.OK, survey);
            case Surveys.Found.Expired(var lastDay) -> throw expired(lastDay);
            case Surveys.Found.Unknown() -> throw unknown();
        });
    }

    @POST
    @Path("/rating")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<RatingReceipt>> postRating(@PathParam("ticket") String ticket, RatingAnswers answers) {
        if (answers == null) {
            throw ProblemException.invalid("/answers", "Bắt buộc nhập.", "Required.");
        }
        var language = caller.language();
        return ratings.redeem(ticket, answers)
                .chain(outcome ->
                        answer(RestResponse.Status.CREATED, outcome, () -> offers.of(ticket, answers, language)));
    }

    @PUT
    @Path("/rating")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<RatingReceipt>> putRating(@PathParam("ticket") String ticket, RatingChange change) {
        if (change == null) {
            throw ProblemException.invalid("/answers", "Bắt buộc nhập.", "Required.");
        }
        var language = caller.language();
        return ratings.change(ticket, change)
                .chain(outcome ->
                        answer(RestResponse.Status.OK, outcome, () -> offers.of(ticket, change.asAnswers(), language)));
    }

    static Uni<RestResponse<RatingReceipt>> answer(
            RestResponse.Status status, RatingOutcome outcome, Supplier<Uni<Optional<FeedbackOffer>>> offer) {
        return switch (outcome) {
            case RatingOutcome.Counted(var receipt, var promise) ->
                offer.get()
                        .map(found ->
                                uncached(status, new RatingReceipt(receipt, promise.orElse(null), found.orElse(null))));
            case RatingOutcome.UsedOtherwise() -> throw used();
            case RatingOutcome.WrongReceipt() -> throw wrongReceipt();
            case RatingOutcome.Fixed(var editDays) -> throw fixed(editDays);
            case RatingOutcome.Expired(var lastDay) -> throw expired(lastDay);
            case RatingOutcome.Unknown() -> throw unknown();
        };
    }

    private static <T> RestResponse<T> uncached(RestResponse.Status status, T entity) {
        return RestResponse.ResponseBuilder.create(status, entity)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static ProblemException unknown() {
        return ProblemException.of(
                ProblemType.TICKET_NOT_FOUND,
                "Hãy mở lại đường dẫn trong thông báo hoặc quét lại mã QR.",
                "Open the link in the notification again, or scan the QR code again.");
    }

    static ProblemException used() {
        return ProblemException.of(
                ProblemType.TICKET_ALREADY_USED,
                "Mỗi hồ sơ chỉ được đánh giá một lần. Đánh giá trước của bạn đã được ghi nhận.",
                "A dossier can be rated once. Your earlier rating has been counted.");
    }

    private static ProblemException wrongReceipt() {
        return ProblemException.of(
                ProblemType.RECEIPT_NOT_FOUND,
                "Hãy dùng đúng mã biên nhận đã nhận được khi gửi đánh giá bằng mã này.",
                "Use the receipt that you got when you rated with this ticket.");
    }

    private static ProblemException fixed(int editDays) {
        return ProblemException.of(
                ProblemType.RATING_FINAL,
                ("Chỉ sửa được đánh giá trong %d ngày, khi chưa trộn với các đánh giá khác và chưa vào sổ; sau đó không ai, kể cả"
                                + " hệ thống, còn sửa được.")
                        .formatted(editDays),
                ("A rating can be changed for %d days, until it is mixed with others or entered in the ledger; after that nobody,"
                                + " the service included, can change it.")
                        .formatted(editDays));
    }

    static ProblemException expired(LocalDate lastDay) {
        return ProblemException.of(
                ProblemType.TICKET_EXPIRED,
                "Hạn đánh giá là ngày %td/%<tm/%<tY. Bạn vẫn có thể gửi phản ánh, kiến nghị cho cơ quan."
                        .formatted(lastDay),
                "The last day for rating was %s. You can still send feedback to the agency.".formatted(lastDay));
    }
}
