package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.ProblemException;

/** A plain ticket against a blind signature. The plain ticket is the right to it: only the dossier's owner is shown it. */
@Path("/v1/surveys/{ticket}/blind")
@Produces(MediaType.APPLICATION_JSON)
class BlindTicketResource {
    private final BlindTickets tickets;

    BlindTicketResource(BlindTickets tickets) {
        this.tickets = tickets;
    }

    @GET
    public Uni<RestResponse<BlindKeyView>> getBlindKey(@PathParam("ticket") String ticket) {
        return tickets.key(ticket).map(outcome -> switch (outcome) {
            case BlindTickets.Outcome.Key(var key) -> uncached(RestResponse.Status.OK, key);
            case BlindTickets.Outcome.Signed signed -> throw new IllegalStateException("nothing was to be signed");
            case BlindTickets.Outcome other -> throw refused(other);
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<BlindExchange.BlindSignature>> postBlindTicket(
            @PathParam("ticket") String ticket, BlindExchange exchange) {
        if (exchange == null || exchange.keyId() == null) {
            throw ProblemException.invalid("/keyId", "Bắt buộc nhập.", "Required.");
        }
        var blinded = BlindRating.decoded(exchange.blindedMessage())
                .orElseThrow(() -> ProblemException.invalid(
                        "/blindedMessage", "Phải là base64url.", "Must be base64url without padding."));
        return tickets.sign(ticket, exchange.keyId(), blinded).map(outcome -> switch (outcome) {
            case BlindTickets.Outcome.Signed(var signature) ->
                uncached(
                        RestResponse.Status.CREATED,
                        new BlindExchange.BlindSignature(
                                Base64.getUrlEncoder().withoutPadding().encodeToString(signature)));
            case BlindTickets.Outcome.Key key -> throw new IllegalStateException("a signature was to be made");
            case BlindTickets.Outcome other -> throw refused(other);
        });
    }

    private static RuntimeException refused(BlindTickets.Outcome outcome) {
        return switch (outcome) {
            case BlindTickets.Outcome.Unknown() -> SurveyResource.unknown();
            case BlindTickets.Outcome.Used() -> SurveyResource.used();
            case BlindTickets.Outcome.Expired(var lastDay) -> SurveyResource.expired(lastDay);
            case BlindTickets.Outcome.WrongKey() ->
                ProblemException.invalid(
                        "/blindedMessage",
                        "Hãy làm mù thông điệp bằng khoá mà GET của phiếu này trả về; độ dài bằng mô-đun.",
                        "Blind the message with the key that GET names for this ticket, as long as the modulus.");
            case BlindTickets.Outcome.Key key -> new IllegalStateException("no refusal");
            case BlindTickets.Outcome.Signed signed -> new IllegalStateException("no refusal");
        };
    }

    private static <T> RestResponse<T> uncached(RestResponse.Status status, T entity) {
        return RestResponse.ResponseBuilder.create(status, entity)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
