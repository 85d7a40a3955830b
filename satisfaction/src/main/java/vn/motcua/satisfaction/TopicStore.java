package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * SQL of how often topics are mentioned. A count waits until at least ten mention the topic and none or at least ten do not;
 * then it is told as a whole and never divided. So no sum or difference of counts singles out fewer than ten people.
 */
@Singleton
class TopicStore {
    private static final String ADD = """
            insert into satisfaction.topic_waiting as w (agency, month, topic, comments, mentions)
            select $1, $2, t.topic, $3, t.mentions
            from unnest($4::text[], $5::int[]) as t (topic, mentions)
            on conflict (agency, month, topic) do update set
                comments = w.comments + excluded.comments, mentions = w.mentions + excluded.mentions
            """;

    /** Of a month that was closed the rest goes up to the province or ministry, and there on to the next month. */
    private static final String RAISE = """
            with closed as (
                delete from satisfaction.topic_waiting where month < $1 returning agency, topic, comments, mentions
            )
            insert into satisfaction.topic_waiting as w (agency, month, topic, comments, mentions)
            select split_part(agency, '.', 1), $1, topic, sum(comments), sum(mentions)
            from closed
            group by 1, 3
            on conflict (agency, month, topic) do update set
                comments = w.comments + excluded.comments, mentions = w.mentions + excluded.mentions
            """;

    private static final String PUBLISH = """
            with ready as (
                delete from satisfaction.topic_waiting
                where mentions >= 10 and (comments = mentions or comments - mentions >= 10)
                returning agency, month, topic, comments, mentions
            )
            insert into satisfaction.topic_atom (published_on, agency, month, topic, comments, mentions)
            select $1, agency, month, topic, comments, mentions from ready
            """;

    private static final String COUNTS = """
            select topic, sum(comments)::bigint as comments, sum(mentions)::bigint as mentions
            from satisfaction.topic_atom
            where agency >= $1 and agency < $2 and month between $3 and $4
            group by topic
            """;

    private static final String COMMENTS = """
            select coalesce(sum(comments), 0)::bigint as comments, coalesce(max(id), 0) as last_batch
            from satisfaction.comment_batch
            where agency >= $1 and agency < $2 and month between $3 and $4
            """;

    private final Pool pool;

    TopicStore(Pool pool) {
        this.pool = pool;
    }

    /** @param comments of so many comments, {@code mentions} mention the topic */
    record Count(long comments, long mentions) {}

    /**
     * @param comments readable ones in all
     * @param lastBatch number of the last batch counted
     */
    record Counts(long comments, long lastBatch, Map<String, Count> topics) {}

    Uni<Void> add(SqlConnection transaction, String agency, YearMonth month, List<Comment> comments) {
        var codes = Topics.RULES.codes();
        var mentions = codes.stream()
                .map(topic -> (int) comments.stream()
                        .filter(comment -> comment.topics().contains(topic))
                        .count())
                .toArray(Integer[]::new);
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(agency, month.atDay(1), comments.size(), codes.toArray(String[]::new), mentions))
                .replaceWithVoid();
    }

    Uni<Void> raise(SqlConnection transaction, YearMonth firstOpen) {
        return transaction
                .preparedQuery(RAISE)
                .execute(Tuple.of(firstOpen.atDay(1)))
                .replaceWithVoid();
    }

    Uni<Void> publish(SqlConnection transaction, LocalDate today) {
        return transaction.preparedQuery(PUBLISH).execute(Tuple.of(today)).replaceWithVoid();
    }

    Uni<Counts> counts(Selection selection) {
        var parameters = Tuple.of(
                selection.agenciesFrom(),
                selection.agenciesBelow(),
                selection.from().atDay(1),
                selection.to().atDay(1));
        return pool.preparedQuery(COMMENTS)
                .execute(parameters)
                .map(rows -> rows.iterator().next())
                .chain(all -> pool.preparedQuery(COUNTS).execute(parameters).map(rows -> {
                    var topics = new HashMap<String, Count>();
                    rows.forEach(row -> topics.put(
                            row.getString("topic"), new Count(row.getLong("comments"), row.getLong("mentions"))));
                    return new Counts(all.getLong("comments"), all.getLong("last_batch"), topics);
                }));
    }
}
