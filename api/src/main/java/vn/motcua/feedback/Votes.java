package vn.motcua.feedback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Likes and dislikes of published answers: one of an account, changeable. */
@Singleton
class Votes {
    /** The row is locked first, so that the counts and the votes never part. */
    private static final String LOCK = """
            select 1 from feedback.petition where code = $1 and published_at is not null and track = 'NONE' for update
            """;

    private static final String FORMER = "select likes from feedback.vote where code = $1 and person_key = $2";

    private static final String PUT = """
            insert into feedback.vote (code, person_key, likes) values ($1, $2, $3)
            on conflict (code, person_key) do update set likes = excluded.likes, at = now()
            """;

    private static final String REMOVE = "delete from feedback.vote where code = $1 and person_key = $2";

    /** What changes, not what is there: votes of people who had themselves forgotten go on counting. */
    private static final String COUNT = """
            update feedback.petition
            set likes = likes + $2, dislikes = dislikes + $3
            where code = $1
            returning likes, dislikes
            """;

    private final Pool pool;

    Votes(Pool pool) {
        this.pool = pool;
    }

    /** @param likes true, false, or null to take the vote back */
    Uni<VoteCount> vote(String typedCode, UUID person, Boolean likes) {
        var code = FeedbackReading.code(typedCode);
        var now = Optional.ofNullable(likes);
        return pool.withTransaction(tx -> tx.preparedQuery(LOCK)
                .execute(Tuple.of(code))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Refusals.notFound();
                    }
                })
                .chain(() -> former(tx, code, person))
                .chain(former -> put(tx, code, person, likes)
                        .chain(() -> tx.preparedQuery(COUNT)
                                .execute(Tuple.of(
                                        code,
                                        count(now, true) - count(former, true),
                                        count(now, false) - count(former, false)))))
                .map(rows -> {
                    var row = rows.iterator().next();
                    return new VoteCount(likes, row.getInteger("likes"), row.getInteger("dislikes"));
                }));
    }

    /** Empty when this person has not voted. */
    private static Uni<Optional<Boolean>> former(SqlConnection tx, String code, UUID person) {
        return tx.preparedQuery(FORMER)
                .execute(Tuple.of(code, person))
                .map(rows -> rows.stream().findFirst().map(row -> row.getBoolean("likes")));
    }

    private static int count(Optional<Boolean> vote, boolean which) {
        return vote.filter(likes -> likes == which).isPresent() ? 1 : 0;
    }

    private static Uni<Void> put(SqlConnection tx, String code, UUID person, Boolean likes) {
        var written = likes == null
                ? tx.preparedQuery(REMOVE).execute(Tuple.of(code, person))
                : tx.preparedQuery(PUT).execute(Tuple.of(code, person, likes));
        return written.replaceWithVoid();
    }
}
