package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** Questionnaires, as tickets open them. */
@Singleton
class Surveys {
    private static final String ITEMS = """
            select q.title_vi, q.title_en, i.factor, i.text_vi, i.text_en
            from satisfaction.questionnaire q
            join satisfaction.item i on i.questionnaire = q.code and i.version = q.version
            where q.code = $1 and q.version = $2
            order by i.position
            """;

    private final Pool pool;
    private final TicketStore tickets;
    private final TicketKeys keys;

    Surveys(Pool pool, TicketStore tickets, TicketKeys keys) {
        this.pool = pool;
        this.tickets = tickets;
        this.keys = keys;
    }

    /** What a ticket opens. */
    sealed interface Found {
        record Questions(Survey survey) implements Found {}

        record Expired(LocalDate lastDay) implements Found {}

        record Unknown() implements Found {}
    }

    Uni<Found> of(String ticket, Language language) {
        return tickets.find(keys.ticketHash(ticket)).chain(found -> of(found, language));
    }

    private Uni<Found> of(Optional<TicketRow> found, Language language) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(new Found.Unknown());
        }
        var ticket = found.get();
        if (!ticket.isRedeemed() && ticket.isExpired(Vietnam.today())) {
            return Uni.createFrom().item(new Found.Expired(ticket.expiresOn()));
        }
        return pool.preparedQuery(ITEMS)
                .execute(Tuple.of(ticket.questionnaire(), ticket.version()))
                .map(rows -> new Found.Questions(survey(ticket, rows, language)));
    }

    private static Survey survey(TicketRow ticket, RowSet<Row> rows, Language language) {
        var items = new ArrayList<SurveyItem>();
        var title = "";
        for (var row : rows) {
            title = text(row, "title").in(language);
            items.add(new SurveyItem(
                    Factor.valueOf(row.getString("factor")), text(row, "text").in(language)));
        }
        return new Survey(
                ticket.questionnaire(),
                ticket.version(),
                title,
                ticket.isRedeemed() ? Survey.State.USED : Survey.State.OPEN,
                ticket.expiresOn(),
                items,
                ScaleLevel.all(language));
    }

    private static Text text(Row row, String column) {
        return new Text(row.getString(column + "_vi"), row.getString(column + "_en"));
    }
}
