package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.motcua.openapi.Language;

/** Looks whether a rating that was just counted is one to offer feedback for. */
@Singleton
class FeedbackOffers {
    private final Pool pool;
    private final TicketStore tickets;
    private final Questionnaires questionnaires;
    private final TicketKeys keys;

    FeedbackOffers(Pool pool, TicketStore tickets, Questionnaires questionnaires, TicketKeys keys) {
        this.pool = pool;
        this.tickets = tickets;
        this.questionnaires = questionnaires;
        this.keys = keys;
    }

    /** Of the answers of a ticket that was used with them. */
    Uni<Optional<FeedbackOffer>> of(String ticket, RatingAnswers given, Language language) {
        if (!mayComplain(given)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return tickets.find(keys.ticketHash(ticket))
                .map(Optional::orElseThrow)
                .chain(row -> questionnaires.asked(pool, row.questionnaire(), row.version()))
                .map(asked -> of(asked, given, language));
    }

    static Optional<FeedbackOffer> of(Questionnaire asked, RatingAnswers given, Language language) {
        return Optional.ofNullable(
                FeedbackOffer.of(asked, given.checked(asked), CommentText.readable(given.comment()), language));
    }

    /** Spares the look-up where nothing is low and nothing was written. */
    private static boolean mayComplain(RatingAnswers given) {
        return given.comment() != null
                || given.answers().values().stream().anyMatch(level -> level <= FeedbackOffer.LOW);
    }
}
