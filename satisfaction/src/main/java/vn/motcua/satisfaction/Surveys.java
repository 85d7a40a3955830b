package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Vietnam;

/** Questionnaires, as tickets open them. */
@Singleton
class Surveys {
    private final Pool pool;
    private final TicketStore tickets;
    private final Questionnaires questionnaires;
    private final TicketKeys keys;
    private final Openings openings;

    Surveys(Pool pool, TicketStore tickets, Questionnaires questionnaires, TicketKeys keys, Openings openings) {
        this.pool = pool;
        this.tickets = tickets;
        this.questionnaires = questionnaires;
        this.keys = keys;
        this.openings = openings;
    }

    /** What a ticket opens. */
    sealed interface Found {
        record Questions(Survey survey) implements Found {}

        record Expired(LocalDate lastDay) implements Found {}

        record Unknown() implements Found {}
    }

    Uni<Found> of(String ticket, Language language) {
        var hash = keys.ticketHash(ticket);
        return tickets.find(hash)
                .invoke(found ->
                        found.filter(row -> row.isOpen(Vietnam.today())).ifPresent(row -> openings.open(hash)))
                .chain(found -> of(found, language));
    }

    private Uni<Found> of(Optional<TicketRow> found, Language language) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(new Found.Unknown());
        }
        var ticket = found.get();
        if (!ticket.isRedeemed() && ticket.isExpired(Vietnam.today())) {
            return Uni.createFrom().item(new Found.Expired(ticket.expiresOn()));
        }
        return questionnaires
                .asked(pool, ticket.questionnaire(), ticket.version())
                .map(asked -> new Found.Questions(survey(ticket, asked, language)));
    }

    private static Survey survey(TicketRow ticket, Questionnaire asked, Language language) {
        return new Survey(
                ticket.questionnaire(),
                ticket.version(),
                asked.title().in(language),
                ticket.isRedeemed() ? Survey.State.USED : Survey.State.OPEN,
                ticket.expiresOn(),
                asked.items().stream()
                        .map(item -> new SurveyItem(
                                item.code(), item.factor(), item.text().in(language)))
                        .toList(),
                ScaleLevel.all(language));
    }
}
