package vn.motcua.satisfaction;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/**
 * Keeps promises of ratings whose like has not come together: on the day before it is due, they are entered as held, from all
 * agencies together. From then on they cannot be changed, only counted.
 */
@Singleton
class Holding {
    private static final String TAKE = """
            update satisfaction.resting
            set held = true
            where receipt_hash in (
                select receipt_hash from satisfaction.resting
                where not held and mix_from < $1
                order by mix_from
                limit 20000
                for update)
            returning questionnaire, version, agency, sealed
            """;

    private final Pool pool;
    private final Ledger ledger;
    private final Questionnaires questionnaires;
    private final TicketKeys keys;
    private final LedgerConfig config;

    Holding(Pool pool, Ledger ledger, Questionnaires questionnaires, TicketKeys keys, LedgerConfig config) {
        this.pool = pool;
        this.ledger = ledger;
        this.questionnaires = questionnaires;
        this.keys = keys;
        this.config = config;
    }

    /** Enters what is promised for tomorrow or earlier. */
    Uni<Void> keepPromises(LocalDate today) {
        var before = today.minusDays(config.promiseDays() - 2L);
        return pool.withTransaction(transaction -> ledger.open(transaction)
                .chain(entries -> take(transaction, before)
                        .invoke(entries::hold)
                        .chain(() -> ledger.close(transaction, entries))));
    }

    private Uni<List<Leaf.Stamp>> take(SqlConnection transaction, LocalDate before) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(before))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> stamp(transaction, row))
                        .collect()
                        .asList());
    }

    private Uni<Leaf.Stamp> stamp(SqlConnection transaction, Row row) {
        var pile = new Mixer.Pile(row.getString("questionnaire"), row.getInteger("version"), row.getString("agency"));
        return questionnaires
                .asked(transaction, pile.questionnaire(), pile.version())
                .map(asked -> Leaf.Stamp.of(
                        Opened.ofBytes(
                                keys.unseal(row.getBuffer("sealed").getBytes()),
                                asked.items().size()),
                        pile,
                        asked));
    }
}
