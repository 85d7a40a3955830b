package vn.motcua.satisfaction;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** SQL of tickets. */
@Singleton
class TicketStore {
    /**
     * Tickets go in sorted: two batches that share dossiers wait for each other, never in a ring. Ended dossiers are only noted
     * down here; the mixing adds them up, so that batches of one agency do not wait for each other at all.
     */
    private static final String INSERT = """
            with issued as (
                insert into satisfaction.ticket (
                    ticket_hash, dossier_hash, questionnaire, version,
                    agency, procedure, field, outcome, channel, ended_month, expires_on)
                select
                    d.ticket_hash, d.dossier_hash, q.questionnaire, q.version,
                    d.agency, d.procedure, d.field, d.outcome, d.channel, d.ended_month, d.expires_on
                from unnest(
                        $1::bytea[], $2::bytea[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                        $8::date[], $9::date[], $10::text[])
                    with ordinality as d (
                        ticket_hash, dossier_hash, agency, procedure, field, outcome, channel, ended_month, expires_on,
                        form, place)
                cross join lateral (
                    select code as questionnaire, version
                    from satisfaction.questionnaire
                    where state = 'PUBLISHED' and code in (d.form, 'SHORT')
                    order by code = d.form desc
                    limit 1
                ) q
                order by d.ticket_hash, d.place
                on conflict do nothing
                returning questionnaire, version, agency, ended_month, field, procedure, outcome, channel
            )
            insert into satisfaction.ended (
                questionnaire, version, agency, month, field, procedure, outcome, channel, finished)
            select
                questionnaire, version, agency, ended_month, field, coalesce(procedure, 'UNKNOWN'), outcome, channel,
                count(*)
            from issued
            group by 1, 2, 3, 4, 5, 6, 7, 8
            """;

    private static final String FIND = """
            select questionnaire, version, expires_on, answers_mac
            from satisfaction.ticket
            where ticket_hash = $1
            """;

    /** A ticket that was used, or can be used no more, says of its dossier only the month in which it expired. */
    static final String BLANKED = """
                agency = null,
                procedure = null,
                field = null,
                outcome = null,
                channel = null,
                ended_month = null,
                expires_on = (date_trunc('month', expires_on) + interval '1 month - 1 day')::date
            """;

    /** Tickets of earlier months only: the last day moves to the end of its month, as with used ones, and must stay past. */
    private static final String FORGET = """
            update satisfaction.ticket
            set
            """ + BLANKED + """
            where ticket_hash in (
                select ticket_hash
                from satisfaction.ticket
                where agency is not null and expires_on < date_trunc('month', $1::date)::date
                limit $2
                for update skip locked)
            """;

    /** So many rows are locked for a moment. */
    private static final int STEP = 1_000;

    private final Pool pool;

    TicketStore(Pool pool) {
        this.pool = pool;
    }

    /** A ticket that is to be issued. */
    record NewTicket(
            byte[] ticketHash, byte[] dossierHash, EndedDossier dossier, LocalDate expiresOn, String questionnaire) {}

    Uni<Void> insert(SqlConnection transaction, List<NewTicket> tickets) {
        var parameters = Tuple.tuple()
                .addValue(column(tickets, t -> Buffer.buffer(t.ticketHash())).toArray(Buffer[]::new))
                .addValue(column(tickets, t -> Buffer.buffer(t.dossierHash())).toArray(Buffer[]::new))
                .addValue(texts(tickets, EndedDossier::agencyCode))
                .addValue(texts(tickets, EndedDossier::procedureCode))
                .addValue(texts(tickets, dossier -> orUnknown(dossier.fieldCode())))
                .addValue(texts(tickets, dossier -> dossier.outcome().name()))
                .addValue(texts(tickets, dossier -> orUnknown(dossier.channel())))
                .addValue(column(tickets, t -> t.dossier().endedOn().withDayOfMonth(1))
                        .toArray(LocalDate[]::new))
                .addValue(column(tickets, NewTicket::expiresOn).toArray(LocalDate[]::new))
                .addValue(column(tickets, NewTicket::questionnaire).toArray(String[]::new));
        return transaction.preparedQuery(INSERT).execute(parameters).replaceWithVoid();
    }

    Uni<Optional<TicketRow>> find(byte[] ticketHash) {
        return find(pool, FIND, ticketHash);
    }

    /** Finds it and keeps every other redemption of it waiting until this transaction ends. */
    Uni<Optional<TicketRow>> lock(SqlConnection transaction, byte[] ticketHash) {
        return find(transaction, FIND + "for update", ticketHash);
    }

    /**
     * Tickets that nobody used forget what they knew of their dossiers once the month of their last day lies before that of
     * {@code day}. They stay, so that a dossier never has a second one.
     */
    Uni<Void> forget(LocalDate day) {
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.preparedQuery(FORGET).execute(Tuple.of(day, STEP)))
                .whilst(forgotten -> forgotten.rowCount() == STEP)
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Optional<TicketRow>> find(SqlClient client, String sql, byte[] ticketHash) {
        return client.preparedQuery(sql)
                .execute(Tuple.tuple().addValue(Buffer.buffer(ticketHash)))
                .map(TicketStore::first);
    }

    private static Optional<TicketRow> first(RowSet<Row> rows) {
        for (var row : rows) {
            var mac = row.getBuffer("answers_mac");
            return Optional.of(new TicketRow(
                    row.getString("questionnaire"),
                    row.getInteger("version"),
                    row.getLocalDate("expires_on"),
                    mac == null ? null : mac.getBytes()));
        }
        return Optional.empty();
    }

    private static <T> List<T> column(List<NewTicket> tickets, Function<NewTicket, T> value) {
        return tickets.stream().map(value).toList();
    }

    private static String[] texts(List<NewTicket> tickets, Function<EndedDossier, String> value) {
        return tickets.stream().map(NewTicket::dossier).map(value).toArray(String[]::new);
    }

    private static String orUnknown(String value) {
        return Objects.requireNonNullElse(value, EndedDossier.UNKNOWN);
    }
}
