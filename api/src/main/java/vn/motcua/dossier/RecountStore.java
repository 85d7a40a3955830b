package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

/** SQL that counts the dates of open dossiers again. What is left to do is what a query finds: nothing else is kept. */
@Singleton
class RecountStore {
    /** What intake is working on is left to it, or to the next round. A parent has the date of its parts. */
    static final String CLAIM = "select " + OpenDossier.COLUMNS + """
            from dossier.dossier
            where clock_state in ('RUNNING', 'PAUSED') and clock_revision < $1 and not has_children
            order by clock_revision, code
            limit $2
            for update skip locked
            """;

    private static final String SAVE = """
            update dossier.dossier d
            set due_computed = n.due_computed, due_at = n.due_at, paused_days = n.paused_days,
                extensions = n.extensions, extended_at = n.extended_at, extension_late = n.extension_late,
                watch_at = n.watch_at, clock_revision = n.revision
            from unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::int[], $5::int[], $6::timestamptz[],
                        $7::bool[], $8::timestamptz[], $9::bigint[])
                 as n (code, due_computed, due_at, paused_days, extensions, extended_at, extension_late, watch_at,
                       revision)
            where d.code = n.code
            """;

    private static final String PAGE = "select " + OpenDossier.COLUMNS + """
            from dossier.dossier
            where clock_state in ('RUNNING', 'PAUSED') and (clock_revision, code) > ($1, $2) and not has_children
              and ($3::timestamptz is null or due_at is null or due_at >= $3)
            order by clock_revision, code
            limit $4
            """;

    private static final String PROGRESS = """
            select count(*) as open, count(*) filter (where clock_revision < $1) as behind
            from dossier.dossier
            where clock_state in ('RUNNING', 'PAUSED') and not has_children
            """;

    private final Pool pool;

    /** A dossier and its dates counted anew. */
    record Recounted(OpenDossier dossier, DueDates.Dates dates) {
        boolean moved() {
            return dossier.movesTo(dates.due());
        }
    }

    /** How far it is. */
    record Progress(long open, long behind) {}

    RecountStore(Pool pool) {
        this.pool = pool;
    }

    <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    /** Reads that all see one moment, whatever is counted again meanwhile. */
    <T> Uni<T> inSnapshot(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(tx -> tx.query("set transaction isolation level repeatable read read only")
                .execute()
                .chain(() -> work.apply(tx)));
    }

    Uni<List<OpenDossier>> claim(SqlConnection tx, long revision, int most) {
        return tx.preparedQuery(CLAIM)
                .execute(Tuple.of(revision, most))
                .map(rows -> rows.stream().map(OpenDossier::of).toList());
    }

    Uni<Void> save(SqlConnection tx, List<Recounted> dossiers) {
        return tx.preparedQuery(SAVE)
                .execute(Tuple.tuple()
                        .addArrayOfString(texts(dossiers, d -> d.dossier().code()))
                        .addArrayOfOffsetDateTime(times(dossiers, DueDates.Dates::computed))
                        .addArrayOfOffsetDateTime(times(dossiers, DueDates.Dates::due))
                        .addArrayOfInteger(numbers(dossiers, DueDates.Dates::waitedDays))
                        .addArrayOfInteger(
                                numbers(dossiers, d -> d.appointment().extensions()))
                        .addArrayOfOffsetDateTime(
                                times(dossiers, d -> d.appointment().extendedAt()))
                        .addArrayOfBoolean(dossiers.stream()
                                .map(d -> d.dates().appointment().extensionLate())
                                .toArray(Boolean[]::new))
                        .addArrayOfOffsetDateTime(times(dossiers, DueDates.Dates::watchAt))
                        .addArrayOfLong(
                                dossiers.stream().map(d -> d.dates().revision()).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    /**
     * Open dossiers in the order of the index, to be read in one snapshot.
     *
     * @param after the last one of the page before, null for the first page
     * @param dueFrom dates before it are of no interest; null for all
     */
    Uni<List<OpenDossier>> page(SqlConnection tx, OpenDossier after, OffsetDateTime dueFrom, int most) {
        return tx.preparedQuery(PAGE)
                .execute(Tuple.of(
                        after == null ? -1L : after.revision(), after == null ? "" : after.code(), dueFrom, most))
                .map(rows -> rows.stream().map(OpenDossier::of).toList());
    }

    Uni<Progress> progress(long revision) {
        return pool.preparedQuery(PROGRESS).execute(Tuple.of(revision)).map(rows -> {
            var row = rows.iterator().next();
            return new Progress(row.getLong("open"), row.getLong("behind"));
        });
    }

    private static String[] texts(List<Recounted> dossiers, Function<Recounted, String> text) {
        return dossiers.stream().map(text).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<Recounted> dossiers, Function<DueDates.Dates, OffsetDateTime> time) {
        return dossiers.stream().map(d -> time.apply(d.dates())).toArray(OffsetDateTime[]::new);
    }

    private static Integer[] numbers(List<Recounted> dossiers, Function<DueDates.Dates, Integer> number) {
        return dossiers.stream().map(d -> number.apply(d.dates())).toArray(Integer[]::new);
    }
}
