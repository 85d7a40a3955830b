package vn.motcua.feedback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** SQL that reads cases for their senders, for look-ups, and for what is alike. */
@Singleton
class FeedbackQueries {
    private static final String OF_PERSON = "select " + PetitionRows.COLUMNS + """
            from feedback.petition
            where person_key = $1 and (sent_at, code) < ($2, $3)
            order by sent_at desc, code desc
            limit $4
            """;

    private static final String SENT_LATELY = """
            select count(*) as sent from feedback.petition where person_key = $1 and sent_at > $2
            """;

    private static final String PROVEN = "select " + PetitionRows.COLUMNS + """
            from feedback.petition
            where code = $1 and ($2 or proof = $3)
            """;

    private static final String KNOWN_KEY =
            "select code, body from feedback.request_key where person_key = $1 and key = $2";

    /** Waits for another request with the same key, and then finds it taken. */
    private static final String TAKE_KEY = """
            insert into feedback.request_key (person_key, key, body, code) values ($1, $2, $3, $4)
            on conflict do nothing
            """;

    /**
     * The sender's own that share a hash, and of all others those that share the most of the latest that share one; how alike
     * they are is counted outside.
     */
    private static final String ALIKE = """
            with sharing as (
                select code, sketch, person_key, procedure_code, place_key, answered_at, sent_at
                from feedback.petition
                where sketch && $1 and sent_at > $3 and kind = $4
                order by sent_at desc
                limit 5000
            ), own as (
                select code, sketch, person_key, procedure_code, place_key, answered_at, sent_at
                from feedback.petition
                where person_key = $2 and sketch && $1 and sent_at > $3 and kind = $4
                order by sent_at desc
                limit 200
            ), nearest as (
                select sharing.*
                from sharing
                order by (select count(*) from unnest(sketch) as hash where hash = any ($1)) desc, sent_at desc
                limit 200
            )
            select code, sketch, person_key = $2 as same_sender, procedure_code, place_key, answered_at is not null as answered
            from (select * from own union select * from nearest) as alike
            """;

    private static final String ADD_ALIKE = """
            insert into feedback.likeness (code, other, likeness, same_sender, same_procedure, same_place)
            values ($1, $2, $3, $4, $5, $6)
            """;

    /** Kept once, when the later of two cases comes; told at both. */
    private static final String LIKENESSES = """
            select l.other, l.likeness, l.same_sender, l.same_procedure, l.same_place, p.state, p.unit
            from (
                select other, likeness, same_sender, same_procedure, same_place from feedback.likeness where code = $1
                union all
                select code, likeness, same_sender, same_procedure, same_place from feedback.likeness where other = $1
            ) as l
            join feedback.petition as p on p.code = l.other
            order by l.likeness desc, l.other
            limit 20
            """;

    private final Pool pool;

    FeedbackQueries(Pool pool) {
        this.pool = pool;
    }

    /** A case that shares words with a new one. */
    record Candidate(
            String code, Long[] sketch, boolean sameSender, String procedureCode, Long placeKey, boolean answered) {}

    /** A case that is alike, as it is kept. */
    record Alike(
            String code,
            double likeness,
            boolean sameSender,
            boolean sameProcedure,
            boolean samePlace,
            FeedbackState state,
            String unit) {}

    /** What was sent with a key before. */
    record Sent(String code, byte[] body) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Sent sent && code.equals(sent.code) && Arrays.equals(body, sent.body);
        }

        @Override
        public int hashCode() {
            return code.hashCode();
        }
    }

    Uni<List<Petition>> ofPerson(UUID person, OffsetDateTime before, String beforeCode, int limit) {
        return pool.preparedQuery(OF_PERSON)
                .execute(Tuple.of(person, before, beforeCode, limit))
                .map(rows -> rows.stream().map(PetitionRows::of).toList());
    }

    Uni<Long> sentSince(UUID person, OffsetDateTime since) {
        return pool.preparedQuery(SENT_LATELY)
                .execute(Tuple.of(person, since))
                .map(rows -> rows.iterator().next().getLong("sent"));
    }

    Uni<Optional<Petition>> proven(String code, boolean secret, byte[] proof) {
        return pool.preparedQuery(PROVEN)
                .execute(Tuple.of(code, secret, PetitionRows.buffer(proof)))
                .map(rows -> rows.stream().findFirst().map(PetitionRows::of));
    }

    Uni<Optional<Sent>> sentWith(SqlClient sql, UUID person, String key) {
        return sql.preparedQuery(KNOWN_KEY)
                .execute(Tuple.of(person, key))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Sent(
                                row.getString("code"), row.getBuffer("body").getBytes())));
    }

    /** False when somebody else has it. */
    Uni<Boolean> takeKey(SqlConnection tx, UUID person, String key, Sent sent) {
        return tx.preparedQuery(TAKE_KEY)
                .execute(Tuple.of(person, key, PetitionRows.buffer(sent.body()), sent.code()))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<List<Candidate>> candidates(
            SqlConnection tx, Long[] sketch, UUID person, OffsetDateTime since, FeedbackKind kind) {
        return tx.preparedQuery(ALIKE)
                .execute(Tuple.tuple()
                        .addArrayOfLong(sketch)
                        .addUUID(person)
                        .addOffsetDateTime(since)
                        .addString(kind.name()))
                .map(rows -> rows.stream()
                        .map(row -> new Candidate(
                                row.getString("code"),
                                row.getArrayOfLongs("sketch"),
                                Boolean.TRUE.equals(row.getBoolean("same_sender")),
                                row.getString("procedure_code"),
                                row.getLong("place_key"),
                                row.getBoolean("answered")))
                        .toList());
    }

    Uni<Void> addAlike(SqlConnection tx, String code, List<Alike> all) {
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(ADD_ALIKE)
                .executeBatch(all.stream()
                        .map(one -> Tuple.of(
                                code,
                                one.code(),
                                (float) one.likeness(),
                                one.sameSender(),
                                one.sameProcedure(),
                                one.samePlace()))
                        .toList())
                .replaceWithVoid();
    }

    Uni<List<Alike>> alike(SqlClient sql, String code) {
        return sql.preparedQuery(LIKENESSES)
                .execute(Tuple.of(code))
                .map(rows -> rows.stream()
                        .map(row -> new Alike(
                                row.getString("other"),
                                row.getFloat("likeness"),
                                row.getBoolean("same_sender"),
                                row.getBoolean("same_procedure"),
                                row.getBoolean("same_place"),
                                FeedbackState.valueOf(row.getString("state")),
                                row.getString("unit")))
                        .toList());
    }
}
