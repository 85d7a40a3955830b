package vn.motcua.feedback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** SQL that takes identities out of ended cases, and other things whose time is over. */
@Singleton
class RetentionStore {
    /** In small steps, so that nothing is locked for long. The text may tell as much as the name: it goes too. */
    private static final String DUE = """
            select code, ended_at
            from feedback.petition
            where (person_key is not null or sender is not null)
                and ended_at < now() - make_interval(months => (select months from feedback.retention where what = 'identity'))
                and (ended_at, code) > ($1, $2)
            order by ended_at, code
            limit 100
            """;

    /** Ended repair cases of this person: no law asks to keep them. */
    private static final String REPAIRED = """
            select code from feedback.petition
            where person_key = $1 and kind = 'REPAIR' and ended_at is not null
            limit 1000
            """;

    private static final String FORGET = """
            update feedback.petition
            set person_key = null, sender = null, content = $2, proof = null, sketch = '{}', place_key = null
            where code = any ($1)
            """;

    private static final String FORGET_WORDS = "select feedback.forget_words($1)";

    private static final String FORGET_KEYS = """
            delete from feedback.request_key
            where at < now() - make_interval(months => (select months from feedback.retention where what = 'request_key'))
            """;

    private static final String KEYS_OF = "delete from feedback.request_key where person_key = $1";
    private static final String KEPT = "select count(*) as kept from feedback.petition where person_key = $1";

    /** The counts of a published answer stay: they are nobody's any more. */
    private static final String VOTES_OF = "delete from feedback.vote where person_key = $1";

    private static final String OWN_VOTES = """
            select code, likes, at from feedback.vote where person_key = $1 order by at limit 10000
            """;

    private final Pool pool;

    /** A vote of a person. */
    record Vote(String code, boolean likes, OffsetDateTime at) {}

    /** A case whose time is up. */
    record Due(String code, OffsetDateTime endedAt) {
        /** Before all others. */
        static final Due FIRST = new Due("", OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
    }

    RetentionStore(Pool pool) {
        this.pool = pool;
    }

    /** The first ones behind this place. */
    Uni<List<Due>> due(Due behind) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(behind.endedAt(), behind.code()))
                .map(rows -> rows.stream()
                        .map(row -> new Due(row.getString("code"), row.getOffsetDateTime("ended_at")))
                        .toList());
    }

    Uni<List<String>> repaired(UUID person) {
        return pool.preparedQuery(REPAIRED)
                .execute(Tuple.of(person))
                .map(rows -> rows.stream().map(row -> row.getString("code")).toList());
    }

    /** @param nothing what stands in the place of the text, sealed */
    Uni<Void> forget(List<String> codes, byte[] nothing) {
        var all = codes.toArray(String[]::new);
        return pool.withTransaction(tx -> tx.preparedQuery(FORGET)
                .execute(Tuple.tuple().addArrayOfString(all).addValue(PetitionRows.buffer(nothing)))
                .chain(() ->
                        tx.preparedQuery(FORGET_WORDS).execute(Tuple.tuple().addArrayOfString(all)))
                .replaceWithVoid());
    }

    Uni<Void> forgetOldKeys() {
        return pool.query(FORGET_KEYS).execute().replaceWithVoid();
    }

    /** How many votes and keys are gone. */
    Uni<Integer> forgetVotes(UUID person) {
        return pool.preparedQuery(KEYS_OF)
                .execute(Tuple.of(person))
                .chain(() -> pool.preparedQuery(VOTES_OF).execute(Tuple.of(person)))
                .map(rows -> rows.rowCount());
    }

    Uni<Long> kept(UUID person) {
        return pool.preparedQuery(KEPT)
                .execute(Tuple.of(person))
                .map(rows -> rows.iterator().next().getLong("kept"));
    }

    Uni<List<Vote>> votes(UUID person) {
        return pool.preparedQuery(OWN_VOTES)
                .execute(Tuple.of(person))
                .map(rows -> rows.stream()
                        .map(row ->
                                new Vote(row.getString("code"), row.getBoolean("likes"), row.getOffsetDateTime("at")))
                        .toList());
    }
}
