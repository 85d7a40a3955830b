package vn.motcua.feedback;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import vn.motcua.dossier.DossierFigures;
import vn.motcua.openapi.AgencyCode;

/** Figures for the agency itself. */
@Singleton
class Statistics {
    private static final String REPAIR = """
            select count(*) as cases,
                   count(*) filter (where solved is not null) as judged,
                   count(*) filter (where solved) as solved,
                   percentile_cont(0.5) within group (order by extract(epoch from answered_at - sent_at)::float8 / 86400)
                       filter (where solved) as days
            from feedback.petition
            where kind = 'REPAIR'
                and (unit collate "C" = $1 or unit collate "C" > $1 || '.' and unit collate "C" < $1 || '/')
                and (sent_at at time zone 'Asia/Ho_Chi_Minh')::date between $2 and $3
            """;

    private final Pool pool;
    private final FeedbackReports reports;
    private final FeedbackViews views;

    Statistics(@ReactiveDataSource("reports") Pool pool, FeedbackReports reports, FeedbackViews views) {
        this.pool = pool;
        this.reports = reports;
        this.views = views;
    }

    Uni<FeedbackStatistics> of(AgencyCode agency, LocalDate from, LocalDate to) {
        // One after the other: an answer holds one connection of the few.
        return reports.figures(agency, from, to)
                .chain(figures -> repairs(agency, from, to)
                        .map(repairs -> new FeedbackStatistics(
                                views.unit(agency.value()),
                                figures,
                                figures.total(),
                                figures.onTime(),
                                figures.satisfied(),
                                repairs)));
    }

    private Uni<RepairFigures> repairs(AgencyCode agency, LocalDate from, LocalDate to) {
        return DossierFigures.bounded(pool.preparedQuery(REPAIR)
                .execute(Tuple.of(agency.value(), from, to))
                .map(rows -> {
                    var row = rows.iterator().next();
                    return RepairFigures.of(
                            row.getLong("cases"), row.getLong("judged"), row.getLong("solved"), row.getDouble("days"));
                }));
    }
}
