package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;

/** SQL of agencies' queues. */
@Singleton
class QueueStore {
    /** The open dossiers of an agency and the units below it, whose codes lie between `CODE.` and `CODE/` in byte order. */
    private static final String DESK = """
            with desk as (
                select code, status, procedure_code, procedure_version, received_at, due_at, ended_at, paused_since,
                       last_event_at,
                       coalesce(due_at, timestamptz '9999-12-31 00:00:00+00') as due_key,
                       coalesce(received_at, last_event_at) as age_key,
                       dossier.handled_by(agency_competent, agency_reception, agency_support) as handled_by,
                       case when clock_state = 'PAUSED' and paused_since < $4 then 'PAUSED_LONG'
                            when clock_state = 'PAUSED' then 'PAUSED'
                            when due_at is null then 'NO_DUE_DATE'
                            when due_at < $2 then 'OVERDUE'
                            when due_at <= $3 then 'DUE_SOON'
                            else 'ON_TRACK'
                       end as risk
                from dossier.dossier
                where ended_at is null
                  and dossier.handled_by(agency_competent, agency_reception, agency_support) collate "C" >= $1
                  and dossier.handled_by(agency_competent, agency_reception, agency_support) collate "C" < $1 || '/'
                  and (dossier.handled_by(agency_competent, agency_reception, agency_support) = $1
                       or dossier.handled_by(agency_competent, agency_reception, agency_support) collate "C"
                          >= $1 || '.'))
            """;

    private static final String PAGE = DESK + """
            select code, status, procedure_code, procedure_version, received_at, due_at, ended_at, paused_since,
                   handled_by, risk, %1$s as key
            from desk
            where (%1$s, code) > ($5, $6)
              and ($7::text is null or risk = $7)
              and ($8::int4 is null or status = $8)
            order by %1$s, code
            limit $9
            """;

    private static final String BY_DUE = PAGE.formatted("due_key");
    private static final String BY_AGE = PAGE.formatted("age_key");

    private static final String COUNTS =
            DESK + "select risk, status, count(*) as dossiers from desk group by risk, status";

    private final Pool pool;

    /** The moments that tell the risks apart. */
    record Moments(OffsetDateTime now, OffsetDateTime soon, OffsetDateTime pausedLong) {}

    /** An open dossier with its place in the order asked for. */
    record Queued(
            String code,
            DossierStatus status,
            String procedureCode,
            Integer procedureVersion,
            OffsetDateTime receivedAt,
            OffsetDateTime dueAt,
            OffsetDateTime pausedSince,
            String handledBy,
            QueueRisk risk,
            OffsetDateTime key) {}

    record Count(QueueRisk risk, DossierStatus status, long dossiers) {}

    QueueStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Queued>> page(QueueSelection selection, Moments moments, QueueSelection.Place behind, int limit) {
        var sql = switch (selection.order()) {
            case DUE -> BY_DUE;
            case AGE -> BY_AGE;
        };
        var parameters = parameters(selection, moments)
                .addOffsetDateTime(behind.time())
                .addString(behind.code())
                .addString(selection.risk() == null ? null : selection.risk().name())
                .addInteger(selection.state() == null ? null : selection.state().number())
                .addInteger(limit);
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> rows.stream().map(QueueStore::queued).toList());
    }

    Uni<List<Count>> counts(QueueSelection selection, Moments moments) {
        return pool.preparedQuery(COUNTS)
                .execute(parameters(selection, moments))
                .map(rows -> rows.stream()
                        .map(row -> new Count(
                                QueueRisk.valueOf(row.getString("risk")),
                                DossierRows.status(row.getInteger("status")),
                                row.getLong("dossiers")))
                        .toList());
    }

    private static Tuple parameters(QueueSelection selection, Moments moments) {
        return Tuple.tuple()
                .addString(selection.agency().value())
                .addOffsetDateTime(moments.now())
                .addOffsetDateTime(moments.soon())
                .addOffsetDateTime(moments.pausedLong());
    }

    private static Queued queued(Row row) {
        return new Queued(
                row.getString("code"),
                DossierRows.status(row.getInteger("status")),
                row.getString("procedure_code"),
                row.getInteger("procedure_version"),
                row.getOffsetDateTime("received_at"),
                row.getOffsetDateTime("due_at"),
                row.getOffsetDateTime("paused_since"),
                row.getString("handled_by"),
                QueueRisk.valueOf(row.getString("risk")),
                row.getOffsetDateTime("key"));
    }
}
