package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SQL of blind tickets: their keys, how many were signed, and which were used. */
@Singleton
class BlindStore {
    private static final String COLUMNS = """
            select id, agency, month, questionnaire, version, public_key, sealed_private_key, redeem_until
            from satisfaction.blind_key
            """;

    private static final String FIND = COLUMNS + "where id = $1";

    private static final String OF = COLUMNS + """
            where agency = $1 and month = $2 and questionnaire = $3 and version = $4
            """;

    /** Two replicas may make a key at the same moment; the first one counts. */
    private static final String INSERT = """
            insert into satisfaction.blind_key (
                id, agency, month, questionnaire, version, public_key, sealed_private_key, redeem_until)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict do nothing
            """;

    private static final String ISSUED = "insert into satisfaction.blind_issue (key_id) values ($1)";

    private static final String COUNT = "select count(*) as n from satisfaction.blind_issue where key_id = $1";

    private static final String LIST = """
            select
                k.id, k.agency, k.month, k.questionnaire, k.version, k.public_key, k.sealed_private_key, k.redeem_until,
                (select count(*) from satisfaction.blind_issue i where i.key_id = k.id) as n
            from satisfaction.blind_key k
            where k.agency = $1 and ($2::date is null or k.month = $2)
            order by k.month desc, k.questionnaire, k.version
            limit 100
            """;

    /** A ticket that may be exchanged: what its key must be. Used tickets have forgotten it. */
    private static final String BOUND = """
            select agency, ended_month as month, questionnaire, version
            from satisfaction.ticket
            where ticket_hash = $1 and not redeemed
            """;

    /** The plain ticket is used up, and forgets as if it had been rated with. */
    private static final String SPEND = """
            update satisfaction.ticket
            set redeemed = true,
                answers_mac = $2,
            """ + TicketStore.BLANKED + """
            where ticket_hash = $1
            """;

    private static final String USE = """
            insert into satisfaction.blind_ticket (ticket_hash, answers_mac) values ($1, $2)
            on conflict (ticket_hash) do nothing
            """;

    private static final String USED = """
            select answers_mac from satisfaction.blind_ticket where ticket_hash = $1 for update
            """;

    private static final String REMEMBER = """
            update satisfaction.blind_ticket set answers_mac = $2 where ticket_hash = $1
            """;

    private final Pool pool;

    BlindStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<BlindKey>> find(String id) {
        return first(pool, FIND, Tuple.of(id));
    }

    Uni<Optional<BlindKey>> of(BlindKey.Bound bound) {
        return first(pool, OF, tuple(bound));
    }

    Uni<Void> insert(BlindKey key) {
        var bound = key.bound();
        return pool.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addString(key.id())
                        .addString(bound.agency())
                        .addValue(bound.month().atDay(1))
                        .addString(bound.questionnaire())
                        .addInteger(bound.version())
                        .addValue(Buffer.buffer(key.publicKey()))
                        .addValue(Buffer.buffer(key.sealedPrivateKey()))
                        .addValue(key.redeemUntil()))
                .replaceWithVoid();
    }

    Uni<Long> issued(String id) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    /** The latest hundred of an agency; null for every month. */
    Uni<List<BlindKeyView>> list(String agency, YearMonth month) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(agency, month == null ? null : month.atDay(1)))
                .map(rows -> {
                    var keys = new ArrayList<BlindKeyView>();
                    rows.forEach(row -> keys.add(BlindKeyView.of(key(row), row.getLong("n"))));
                    return keys;
                });
    }

    Uni<Optional<BlindKey.Bound>> bound(SqlClient client, byte[] ticketHash) {
        return client.preparedQuery(BOUND)
                .execute(Tuple.of(Buffer.buffer(ticketHash)))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(bound(rows.iterator().next())));
    }

    /** In the transaction that holds the ticket's lock. */
    Uni<Void> spend(SqlConnection transaction, byte[] ticketHash, byte[] mac, String keyId) {
        return transaction
                .preparedQuery(SPEND)
                .execute(Tuple.of(Buffer.buffer(ticketHash), Buffer.buffer(mac)))
                .chain(() -> transaction.preparedQuery(ISSUED).execute(Tuple.of(keyId)))
                .replaceWithVoid();
    }

    /** Whether this was the first use; a second one waits until the first is committed. */
    Uni<Boolean> use(SqlConnection transaction, byte[] ticketHash, byte[] mac) {
        return transaction
                .preparedQuery(USE)
                .execute(Tuple.of(Buffer.buffer(ticketHash), Buffer.buffer(mac)))
                .map(done -> done.rowCount() == 1);
    }

    /** Check value of the answers of a used ticket, which stays locked; empty when it was not used. */
    Uni<Optional<byte[]>> used(SqlConnection transaction, byte[] ticketHash) {
        return transaction
                .preparedQuery(USED)
                .execute(Tuple.of(Buffer.buffer(ticketHash)))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(
                                rows.iterator().next().getBuffer("answers_mac").getBytes()));
    }

    Uni<Void> remember(SqlConnection transaction, byte[] ticketHash, byte[] mac) {
        return transaction
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(Buffer.buffer(ticketHash), Buffer.buffer(mac)))
                .replaceWithVoid();
    }

    private static Uni<Optional<BlindKey>> first(SqlClient client, String sql, Tuple parameters) {
        return client.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(key(rows.iterator().next())));
    }

    private static BlindKey key(Row row) {
        return new BlindKey(
                row.getString("id"),
                bound(row),
                row.getBuffer("public_key").getBytes(),
                row.getBuffer("sealed_private_key").getBytes(),
                row.getLocalDate("redeem_until"));
    }

    private static BlindKey.Bound bound(Row row) {
        return new BlindKey.Bound(
                row.getString("agency"),
                YearMonth.from(row.getLocalDate("month")),
                row.getString("questionnaire"),
                row.getInteger("version"));
    }

    private static Tuple tuple(BlindKey.Bound bound) {
        return Tuple.tuple()
                .addString(bound.agency())
                .addValue(bound.month().atDay(1))
                .addString(bound.questionnaire())
                .addInteger(bound.version());
    }
}
