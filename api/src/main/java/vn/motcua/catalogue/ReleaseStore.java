package vn.motcua.catalogue;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Writes a release. Everything happens in one transaction on one worker thread, which waits for each step. */
@ApplicationScoped
class ReleaseStore {
    /** One release at a time, whichever replica publishes it. */
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended('catalogue.release', 0)) as locked";

    private static final String STAGE = """
            insert into catalogue.staged (code, internal, record, checksum, editorial, withdrawn)
            select code, internal, record::jsonb, checksum, editorial::jsonb, withdrawn
              from unnest($1::text[], $2::boolean[], $3::text[], $4::text[], $5::text[], $6::boolean[])
                   as file (code, internal, record, checksum, editorial, withdrawn)
            """;

    /** What was in force after an earlier release, as if a file brought it. */
    private static final String STAGE_RELEASE = """
            insert into catalogue.staged (code, internal, record, checksum)
            select v.code, v.internal, v.record, v.checksum
              from (select distinct on (code) code, internal, record, checksum, change
                      from catalogue.procedure_version
                     where release_id <= $1
                     order by code, number desc) v
             where v.change <> 'ABOLISHED'
            """;

    private static final String KNOW_STAGED = "analyze catalogue.staged (code, withdrawn, outcome)";

    private static final String KNOW_VERSIONS =
            "analyze catalogue.procedure_version (code, number, valid_from, valid_to, release_id, change)";

    private static final String CLASSIFY = """
            update catalogue.staged s
               set outcome = case when s.withdrawn and (v.code is null or v.change = 'ABOLISHED') then 'UNCHANGED'
                                  when s.withdrawn then 'ABOLISHED'
                                  when v.code is null or v.change = 'ABOLISHED' then 'NEW'
                                  when v.checksum = s.checksum then 'UNCHANGED'
                                  else 'AMENDED' end,
                   number = coalesce(v.number, 0) + 1
              from catalogue.staged t
              left join catalogue.procedure_version v on v.code = t.code and v.valid_to is null
             where s.code = t.code
            """;

    /** In a full release whatever the file does not name has been abolished; $1 are codes named in refused records. */
    private static final String ABOLISH_UNNAMED = """
            insert into catalogue.staged (code, internal, record, checksum, outcome, number)
            select v.code, v.internal, v.record, v.checksum, 'ABOLISHED', v.number + 1
              from catalogue.procedure_version v
             where v.valid_to is null
               and v.change <> 'ABOLISHED'
               and v.code <> all ($1::text[])
               and not exists (select from catalogue.staged s where s.code = v.code)
            """;

    private static final String COUNT = """
            select count(*) filter (where outcome = 'NEW')::int as added,
                   count(*) filter (where outcome = 'AMENDED')::int as amended,
                   count(*) filter (where outcome = 'ABOLISHED')::int as abolished,
                   count(*) filter (where outcome = 'UNCHANGED')::int as unchanged
              from catalogue.staged
            """;

    private static final String SAVE_EDITORIAL = """
            insert into catalogue.editorial as old (code, name_en, summary_vi, summary_en, life_events, keywords)
            select code, editorial ->> 'nameEn', editorial #>> '{summary,vi}', editorial #>> '{summary,en}',
                   array (select jsonb_array_elements_text(editorial -> 'lifeEvents')),
                   array (select jsonb_array_elements_text(editorial -> 'keywords'))
              from catalogue.staged
             where editorial is not null
            on conflict (code) do update
               set name_en = excluded.name_en, summary_vi = excluded.summary_vi, summary_en = excluded.summary_en,
                   life_events = excluded.life_events, keywords = excluded.keywords
             where (old.name_en, old.summary_vi, old.summary_en, old.life_events, old.keywords)
                   is distinct from
                   (excluded.name_en, excluded.summary_vi, excluded.summary_en, excluded.life_events, excluded.keywords)
            """;

    private static final String RELEASE = """
            insert into catalogue.release (mode, added, amended, abolished, unchanged, refused, restores)
            values ($1, $2, $3, $4, $5, $6, $7)
            returning id, published_at
            """;

    private static final String CLOSE = """
            update catalogue.procedure_version v
               set valid_to = greatest(v.valid_from, (now() at time zone 'Asia/Ho_Chi_Minh')::date)
              from catalogue.staged s
             where s.code = v.code and v.valid_to is null and s.outcome <> 'UNCHANGED'
            """;

    /** A version begins where the one before it ends, even if the clock was once put back. */
    private static final String OPEN = """
            insert into catalogue.procedure_version
                   (code, number, valid_from, release_id, change, internal, record, checksum)
            select s.code, s.number, coalesce(p.valid_to, (now() at time zone 'Asia/Ho_Chi_Minh')::date), $1,
                   s.outcome, s.internal, s.record, s.checksum
              from catalogue.staged s
              left join catalogue.procedure_version p on p.code = s.code and p.number = s.number - 1
             where s.outcome <> 'UNCHANGED'
            """;

    /** New, abolished and amended procedures with what they were and what they become. */
    private static final String CHANGES = """
            select s.code, s.outcome, s.record ->> 'name' as name, v.record::text as before, s.record::text as after
              from catalogue.staged s
              left join catalogue.procedure_version v
                on v.code = s.code and v.valid_to is null and s.outcome = 'AMENDED'
             where s.outcome <> 'UNCHANGED'
             order by s.code collate "C"
             limit $1
            """;

    private static final String TO_FOLLOWERS = """
            select code, record ->> 'name' as name, change = 'ABOLISHED' as abolished
              from catalogue.procedure_version
             where release_id = $1 and change <> 'NEW' and not internal
            """;

    private static final String KNOWS = "select exists (select from catalogue.release where id = $1) as known";

    private static final String CLEAR = "delete from catalogue.staged";

    private static final String TELL = "select pg_notify('" + ReleaseListener.CHANNEL + "', $1)";

    private final Pool pool;

    ReleaseStore(Pool pool) {
        this.pool = pool;
    }

    /** How many procedures a release touches; {@code editorials} are changed words of the editors. */
    record Counts(int added, int amended, int abolished, int unchanged, int editorials) {
        boolean nothingChanged() {
            return added + amended + abolished + editorials == 0;
        }
    }

    record Published(long id, OffsetDateTime at) {}

    /** {@code before} is null unless the record was amended. */
    record Change(String code, String name, ProcedureVersion.Change change, String before, String after) {}

    /** Starts a release, unless another one is under way. */
    Optional<Work> begin() {
        var connection = pool.getConnection().await().indefinitely();
        try {
            var transaction = connection.begin().await().indefinitely();
            var work = new Work(connection, transaction);
            if (work.run(LOCK, Tuple.tuple()).iterator().next().getBoolean("locked")) {
                return Optional.of(work);
            }
            work.close();
            return Optional.empty();
        } catch (RuntimeException e) {
            connection.close().await().indefinitely();
            throw e;
        }
    }

    /** One release under way; closed without {@link #commit} it leaves no trace. */
    static final class Work implements AutoCloseable {
        private final SqlConnection connection;
        private final Transaction transaction;
        private boolean committed;

        private Work(SqlConnection connection, Transaction transaction) {
            this.connection = connection;
            this.transaction = transaction;
        }

        void stage(List<StagedProcedure> chunk) {
            run(
                    STAGE,
                    Tuple.of(
                            column(chunk, StagedProcedure::code).toArray(String[]::new),
                            column(chunk, StagedProcedure::internal).toArray(Boolean[]::new),
                            column(chunk, StagedProcedure::record).toArray(String[]::new),
                            column(chunk, StagedProcedure::checksum).toArray(String[]::new),
                            chunk.stream().map(StagedProcedure::editorial).toArray(String[]::new),
                            column(chunk, StagedProcedure::withdrawn).toArray(Boolean[]::new)));
        }

        boolean knows(long release) {
            return run(KNOWS, Tuple.of(release)).iterator().next().getBoolean("known");
        }

        void stageRelease(long release) {
            run(STAGE_RELEASE, Tuple.of(release));
        }

        /** Call it before publishing: afterwards the file is no longer staged. */
        List<Change> changes(int limit) {
            return StreamSupport.stream(run(CHANGES, Tuple.of(limit)).spliterator(), false)
                    .map(row -> new Change(
                            row.getString("code"),
                            row.getString("name"),
                            ProcedureVersion.Change.valueOf(row.getString("outcome")),
                            row.getString("before"),
                            row.getString("after")))
                    .toList();
        }

        Counts compare(ReleaseMode mode, Collection<String> namedInFile) {
            plain(KNOW_STAGED);
            run(CLASSIFY, Tuple.tuple());
            switch (mode) {
                case MERGE -> {}
                case FULL -> run(ABOLISH_UNNAMED, Tuple.of(namedInFile.toArray(String[]::new)));
            }
            var row = run(COUNT, Tuple.tuple()).iterator().next();
            int editorials = run(SAVE_EDITORIAL, Tuple.tuple()).rowCount();
            return new Counts(
                    row.getInteger("added"),
                    row.getInteger("amended"),
                    row.getInteger("abolished"),
                    row.getInteger("unchanged"),
                    editorials);
        }

        Published publish(ReleaseMode mode, Counts counts, int refused, Long restores) {
            var values = Tuple.of(mode.name(), counts.added(), counts.amended(), counts.abolished())
                    .addInteger(counts.unchanged())
                    .addInteger(refused)
                    .addLong(restores);
            var row = run(RELEASE, values).iterator().next();
            long id = row.getLong("id");
            run(CLOSE, Tuple.tuple());
            run(OPEN, Tuple.of(id));
            run(CLEAR, Tuple.tuple());
            plain(KNOW_VERSIONS);
            run(TELL, Tuple.of(Long.toString(id)));
            return new Published(id, row.getOffsetDateTime("published_at"));
        }

        /** Lets another feature act inside this release. */
        void tell(ReleaseFollower follower, long release) {
            var changed = StreamSupport.stream(
                            run(TO_FOLLOWERS, Tuple.of(release)).spliterator(), false)
                    .map(row -> new ReleaseFollower.Changed(
                            row.getString("code"), row.getString("name"), row.getBoolean("abolished")))
                    .toList();
            follower.published(connection, release, changed).await().indefinitely();
        }

        void commit() {
            transaction.commit().await().indefinitely();
            committed = true;
        }

        @Override
        public void close() {
            try {
                if (!committed) {
                    transaction.rollback().await().indefinitely();
                }
            } finally {
                connection.close().await().indefinitely();
            }
        }

        private void plain(String sql) {
            connection.query(sql).execute().await().indefinitely();
        }

        private RowSet<Row> run(String sql, Tuple values) {
            return connection.preparedQuery(sql).execute(values).await().indefinitely();
        }

        private static <T> List<T> column(List<StagedProcedure> chunk, Function<StagedProcedure, T> part) {
            return chunk.stream().map(part).toList();
        }
    }
}
