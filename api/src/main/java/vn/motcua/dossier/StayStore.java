package vn.motcua.dossier;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.stream.StreamSupport;

/** SQL of stays: taking what changed, and making it again. One replica at a time; the others find nothing to do. */
@Singleton
class StayStore {
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('dossier.stay', 0)) as mine";

    private static final String TAKE = """
            delete from dossier.stay_due
            where id in (select id from dossier.stay_due order by id limit $1)
            returning code
            """;

    /** A dossier made of parts is not counted beside them. */
    private static final String READ = """
            select code, timeline::text as timeline, received_at, due_at, field_code, procedure_code, channel,
                   dossier.handled_by(agency_competent, agency_reception, agency_support) as agency
            from dossier.dossier
            where code = any($1) and received_at is not null and not has_children
            """;

    /** Most stays of a dossier are what they were: a row is written where something of it changed. */
    private static final String KEEP = """
            with made as (
                select code, number, agency, coalesce(field, '') as field, coalesce(procedure, '') as procedure, channel,
                       received_at, state, from_at, coalesce(to_at, 'infinity') as to_at, verdict, overdue_from, dated
                from unnest($2::text[], $3::int2[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
                            $9::int2[], $10::timestamptz[], $11::timestamptz[], $12::int2[], $13::timestamptz[], $14::bool[])
                     as m (code, number, agency, field, procedure, channel, received_at, state, from_at, to_at, verdict,
                           overdue_from, dated)
            ), gone as (
                delete from dossier.stay s
                where s.code = any($1)
                  and not exists (select from made m where m.code = s.code and m.number = s.number)
            )
            insert into dossier.stay (code, number, agency, field, procedure, channel, received_at, state, from_at, to_at,
                                      verdict, overdue_from, dated)
            select m.*
            from made m
            left join dossier.stay s on s.code = m.code and s.number = m.number
            where s.code is null
               or (s.agency, s.field, s.procedure, s.channel, s.received_at, s.state, s.from_at, s.to_at, s.verdict,
                   s.overdue_from, s.dated)
                  is distinct from
                  (m.agency, m.field, m.procedure, m.channel, m.received_at, m.state, m.from_at, m.to_at, m.verdict,
                   m.overdue_from, m.dated)
            order by m.code, m.number
            on conflict (code, number) do update
               set (agency, field, procedure, channel, received_at, state, from_at, to_at, verdict, overdue_from, dated)
                 = (excluded.agency, excluded.field, excluded.procedure, excluded.channel, excluded.received_at,
                    excluded.state, excluded.from_at, excluded.to_at, excluded.verdict, excluded.overdue_from,
                    excluded.dated)
            """;

    private static final String OLDEST = "select coalesce(min(queued_at), now()) as at from dossier.stay_due";

    private final Pool pool;

    StayStore(@ReactiveDataSource("reports") Pool pool) {
        this.pool = pool;
    }

    /** Makes the stays of up to so many noted changes again; how many notes were taken. */
    Uni<Integer> batch(int size) {
        return pool.withTransaction(tx -> tx.query(LOCK)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean("mine")
                        ? take(tx, size)
                        : Uni.createFrom().item(0)));
    }

    private static Uni<Integer> take(SqlConnection tx, int size) {
        return tx.preparedQuery(TAKE).execute(Tuple.of(size)).chain(taken -> {
            var codes = StreamSupport.stream(taken.spliterator(), false)
                    .map(row -> row.getString("code"))
                    .distinct()
                    .toArray(String[]::new);
            return codes.length == 0
                    ? Uni.createFrom().item(0)
                    : make(tx, codes).replaceWith(taken.rowCount());
        });
    }

    private static Uni<Void> make(SqlConnection tx, String[] codes) {
        return tx.preparedQuery(READ)
                .execute(Tuple.tuple().addArrayOfString(codes))
                .chain(rows -> Dossiers.onWorker(() -> new StayRows(rows).tuple(codes)))
                .chain(stays -> tx.preparedQuery(KEEP).execute(stays))
                .replaceWithVoid();
    }

    /** Up to when all changes are counted. */
    Uni<OffsetDateTime> upTo() {
        return pool.query(OLDEST).execute().map(rows -> rows.iterator().next().getOffsetDateTime("at"));
    }
}
