package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import vn.motcua.openapi.Vietnam;

/** SQL of comments that wait, and of those that may be read. Only the mixing writes here, one at a time. */
@Singleton
class CommentStore {
    private static final String WAIT = """
            insert into satisfaction.comment_waiting (agency, month, sealed)
            select $1, c.month, c.sealed
            from unnest($2::date[], $3::bytea[]) with ordinality as c (month, sealed, place)
            order by c.place
            """;

    private static final String AGENCIES = """
            select distinct agency from satisfaction.comment_waiting where month < $1
            """;

    private static final String WAITING = """
            select month, count(*) as n from satisfaction.comment_waiting where agency = $1 group by month
            """;

    private static final String TAKE = """
            delete from satisfaction.comment_waiting where agency = $1 and month = any ($2) returning sealed
            """;

    private static final String PUBLISH_BATCH = """
            insert into satisfaction.comment_batch (published_on, agency, month, comments)
            values ($1, $2, $3, $4)
            returning id
            """;

    private static final String PUBLISH = """
            insert into satisfaction.comment (batch, place, text, topics, rules)
            select $1, c.place, c.text, string_to_array(c.topics, ','), $4
            from unnest($2::text[], $3::text[]) with ordinality as c (text, topics, place)
            """;

    private static final String FORGET_BATCHES = """
            delete from satisfaction.comment_batch where published_on < $1
            """;

    private static final String FORGET_WAITING = """
            delete from satisfaction.comment_waiting where month < $1
            """;

    private static final String FORGET_READS = """
            delete from satisfaction.comment_read where read_at < $1
            """;

    private final Pool pool;

    CommentStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> wait(
            SqlConnection transaction, String agency, List<Comments.Written> comments, Function<String, byte[]> seal) {
        return transaction
                .preparedQuery(WAIT)
                .execute(Tuple.of(
                        agency,
                        comments.stream().map(c -> c.month().atDay(1)).toArray(LocalDate[]::new),
                        comments.stream()
                                .map(c -> Buffer.buffer(seal.apply(c.text())))
                                .toArray(Buffer[]::new)))
                .replaceWithVoid();
    }

    /** Agencies of which something waits from months before this one. */
    Uni<List<String>> agenciesBefore(YearMonth month) {
        return pool.preparedQuery(AGENCIES)
                .execute(Tuple.of(month.atDay(1)))
                .map(rows -> rows.stream().map(row -> row.getString("agency")).toList());
    }

    Uni<SortedMap<YearMonth, Long>> waiting(SqlConnection transaction, String agency) {
        return transaction.preparedQuery(WAITING).execute(Tuple.of(agency)).map(rows -> {
            var waiting = new TreeMap<YearMonth, Long>();
            rows.forEach(row -> waiting.put(YearMonth.from(row.getLocalDate("month")), row.getLong("n")));
            return waiting;
        });
    }

    Uni<List<byte[]>> take(SqlConnection transaction, String agency, List<YearMonth> months) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(
                        agency, months.stream().map(month -> month.atDay(1)).toArray(LocalDate[]::new)))
                .map(rows -> {
                    var sealed = new ArrayList<byte[]>();
                    rows.forEach(row -> sealed.add(row.getBuffer("sealed").getBytes()));
                    return sealed;
                });
    }

    /** As one batch, in the order given. */
    Uni<Void> publish(
            SqlConnection transaction, String agency, YearMonth month, List<Comment> comments, LocalDate today) {
        return transaction
                .preparedQuery(PUBLISH_BATCH)
                .execute(Tuple.of(today, agency, month.atDay(1), comments.size()))
                .map(rows -> rows.iterator().next().getLong("id"))
                .chain(batch -> transaction
                        .preparedQuery(PUBLISH)
                        .execute(Tuple.of(
                                batch,
                                comments.stream().map(Comment::text).toArray(String[]::new),
                                comments.stream()
                                        .map(c -> String.join(",", c.topics()))
                                        .toArray(String[]::new),
                                Topics.RULES.version())))
                .replaceWithVoid();
    }

    /** Deletes what was published, came in or was read before this day. */
    Uni<Void> forget(SqlConnection transaction, LocalDate before) {
        return transaction
                .preparedQuery(FORGET_BATCHES)
                .execute(Tuple.of(before))
                .chain(() -> transaction.preparedQuery(FORGET_WAITING).execute(Tuple.of(before.withDayOfMonth(1))))
                .chain(() -> transaction.preparedQuery(FORGET_READS).execute(Tuple.of(Vietnam.startOf(before))))
                .replaceWithVoid();
    }
}
