package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import vn.motcua.openapi.PersonKey;
import vn.motcua.openapi.Vietnam;

/** Which procedures people follow: they are told when one changes. Codes are those under which procedures are published. */
@ApplicationScoped
public class FollowedProcedures {
    /** One of them. */
    public record Followed(String code, OffsetDateTime since) {}

    private static final String FOLLOW = """
            with added as (
                insert into notification.followed_procedure (person_key, procedure_code)
                select $1, $2
                where (select count(*) from notification.followed_procedure where person_key = $1) < $3
                on conflict do nothing
                returning 1
            )
            select exists (select from added)
                or exists (
                    select from notification.followed_procedure where person_key = $1 and procedure_code = $2) as follows
            """;
    private static final String UNFOLLOW =
            "delete from notification.followed_procedure where person_key = $1 and procedure_code = $2";
    private static final String LIST = """
            select procedure_code, followed_at
            from notification.followed_procedure
            where person_key = $1
            order by followed_at desc, procedure_code
            limit $2
            """;

    private final Pool pool;
    private final BroadcastConfig config;

    FollowedProcedures(Pool pool, BroadcastConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** False when the person follows as many as is allowed. */
    public Uni<Boolean> follow(PersonKey person, String code) {
        return pool.preparedQuery(FOLLOW)
                .execute(Tuple.of(person.value(), code, config.mostFollowed()))
                .map(rows -> rows.iterator().next().getBoolean("follows"));
    }

    public Uni<Void> unfollow(PersonKey person, String code) {
        return pool.preparedQuery(UNFOLLOW)
                .execute(Tuple.of(person.value(), code))
                .replaceWithVoid();
    }

    /** Newest first; never more than a person may follow. */
    public Uni<List<Followed>> of(PersonKey person) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(person.value(), config.mostFollowed()))
                .map(rows -> rows.stream()
                        .map(row -> new Followed(
                                row.getString("procedure_code"), Vietnam.time(row.getOffsetDateTime("followed_at"))))
                        .toList());
    }

    /** Most procedures that one person follows. */
    public int most() {
        return config.mostFollowed();
    }
}
