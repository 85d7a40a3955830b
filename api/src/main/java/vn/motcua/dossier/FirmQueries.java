package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** SQL that lists the dossiers of a firm, and those that it watches. */
@Singleton
class FirmQueries {
    /** An ended dossier is late when it ended late, a paused one when it was late before; as the view counts it. */
    private static final String FILTER = """
              and ($2::smallint[] is null or d.status = any($2))
              and ($3::text is null or d.agency_competent = $3 or d.agency_competent like $3 || '.%'
                   or d.agency_reception = $3 or d.agency_reception like $3 || '.%'
                   or d.agency_support = $3 or d.agency_support like $3 || '.%')
              and ($4::text is null or d.procedure_code = $4)
              and ($5::timestamptz is null or d.due_at >= $5)
              and ($6::timestamptz is null or d.due_at < $6)
              and ($7::boolean is null
                   or $7 = coalesce(d.due_at < coalesce(d.ended_at, d.paused_since, now()), false))
              and ($8::timestamptz is null or d.last_event_at >= $8)
            """;

    private static final String OF_FIRM = "where d.organisation_code = $1\n";
    private static final String OF_HOUSEHOLD =
            "where d.person_key = $1 and d.organisation_code is null and d.applicant_kind = 'HOUSEHOLD_BUSINESS'\n";

    private static final String OWN = "select " + DossierRow.COLUMNS + "from dossier.dossier d\n";

    private static final String WATCHED = "select " + DossierRow.COLUMNS + """
            from dossier.watch w
            join dossier.dossier d on d.code = w.dossier_code
            where w.watcher = $1 and w.dossier_code > $9
            """ + FILTER + """
            order by w.dossier_code
            limit $10
            """;

    private static final String LATEST_FIRST = """
              and (d.last_event_at, d.code) < ($9, $10)
            order by d.last_event_at desc, d.code desc
            limit $11
            """;

    /** By code, so that a dossier that changes while a table is being read is neither missed nor met twice. */
    private static final String BY_CODE = """
              and d.code > $9
            order by d.code
            limit $10
            """;

    private static final String FIRM_LATEST_FIRST = OWN + OF_FIRM + FILTER + LATEST_FIRST;
    private static final String HOUSEHOLD_LATEST_FIRST = OWN + OF_HOUSEHOLD + FILTER + LATEST_FIRST;
    private static final String FIRM_BY_CODE = OWN + OF_FIRM + FILTER + BY_CODE;
    private static final String HOUSEHOLD_BY_CODE = OWN + OF_HOUSEHOLD + FILTER + BY_CODE;

    private final Pool pool;

    FirmQueries(Pool pool) {
        this.pool = pool;
    }

    Uni<List<DossierRow>> latestFirst(
            DossierHolder holder, FirmFilter filter, OffsetDateTime before, String beforeCode, int limit) {
        var sql = switch (holder) {
            case DossierHolder.Firm _ -> FIRM_LATEST_FIRST;
            case DossierHolder.Household _ -> HOUSEHOLD_LATEST_FIRST;
        };
        return rows(
                sql,
                parameters(own(holder), filter)
                        .addOffsetDateTime(before)
                        .addString(beforeCode)
                        .addInteger(limit));
    }

    Uni<List<DossierRow>> byCode(DossierHolder holder, FirmFilter filter, String after, int limit) {
        boolean watched = filter.selection() == FirmFilter.Selection.WATCHED;
        var sql = switch (holder) {
            case DossierHolder.Firm _ -> watched ? WATCHED : FIRM_BY_CODE;
            case DossierHolder.Household _ -> watched ? WATCHED : HOUSEHOLD_BY_CODE;
        };
        return rows(
                sql,
                parameters(watched ? holder.key() : own(holder), filter)
                        .addString(after)
                        .addInteger(limit));
    }

    private static Object own(DossierHolder holder) {
        return switch (holder) {
            case DossierHolder.Firm firm -> firm.key();
            case DossierHolder.Household household -> household.person().value();
        };
    }

    private static Tuple parameters(Object who, FirmFilter filter) {
        var tuple = who instanceof UUID person
                ? Tuple.tuple().addUUID(person)
                : Tuple.tuple().addString(who.toString());
        var statuses = filter.statuses().stream().map(s -> (short) s.number()).toArray(Short[]::new);
        return tuple.addArrayOfShort(statuses.length == 0 ? null : statuses)
                .addString(filter.agency() == null ? null : filter.agency().value())
                .addString(filter.procedureCode())
                .addOffsetDateTime(filter.dueFrom())
                .addOffsetDateTime(filter.dueBefore())
                .addBoolean(filter.overdue())
                .addOffsetDateTime(filter.changedSince());
    }

    private Uni<List<DossierRow>> rows(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> rows.stream().map(DossierRow::of).toList());
    }
}
