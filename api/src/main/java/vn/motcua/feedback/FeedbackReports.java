package vn.motcua.feedback;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import vn.motcua.dossier.DossierFigures;
import vn.motcua.openapi.AgencyCode;

/** Figures of feedback for reports and indices, counted from the hand-overs of units. */
@Singleton
public class FeedbackReports {
    /**
     * One line for each case that lay with the agency or a unit below it in the period: how its last hand-over there stood on
     * the last day ($4, not after today). A step that was late in any of its hand-overs, or a publication that is overdue, makes
     * it late. What was said of answers counts on its day, whenever the case was handed over.
     */
    private static final String FIGURES = """
            with mine as (
                select a.*
                from feedback.assignment as a
                join feedback.petition as p on p.code = a.code and p.kind = 'PAKN'
                where (a.unit collate "C" = $1 or a.unit collate "C" > $1 || '.' and a.unit collate "C" < $1 || '/')
                    and a.started_on <= $3
            ), each as (
                select code,
                       bool_or(started_on < $2 and coalesce(finished_on >= $2, true)) as carried,
                       bool_or(late and (finished_on is null or finished_on between $2 and $3)) as late,
                       (array_agg(finished_on order by number desc))[1] as finished,
                       (array_agg(outcome order by number desc))[1] as outcome,
                       (array_agg(due_on order by number desc))[1] as due
                from mine
                where coalesce(finished_on >= $2, true)
                group by code
            ), judged as (
                select each.carried, each.outcome,
                       late or coalesce(outcome = 'ANSWERED' and finished <= $4 and p.state = 'ANSWERED' and p.due_on < $4,
                                        false) as late,
                       (finished is null or finished > $4) as open,
                       coalesce(due < $4, false) and (finished is null or finished > $4) as overdue,
                       p.subject, p.repeated_of is not null as repeated, p.dislikes > p.likes as disliked
                from each
                join feedback.petition as p using (code)
            ), said as (
                select count(distinct s.code) filter (where s.move = 'PUBLISH') as published,
                       count(distinct s.code) filter (where s.move = 'UNFIT') as reopened
                from feedback.step as s
                join feedback.petition as p on p.code = s.code and p.kind = 'PAKN'
                where s.move in ('PUBLISH', 'UNFIT')
                    and (s.unit collate "C" = $1 or s.unit collate "C" > $1 || '.' and s.unit collate "C" < $1 || '/')
                    and s.at >= ($2::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
                    and s.at < ($3::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
            )
            select count(*) filter (where carried) as carried,
                   count(*) filter (where not carried) as received,
                   count(*) filter (where not open and outcome = 'ANSWERED' and not late) as answered,
                   count(*) filter (where not open and outcome = 'ANSWERED' and late) as answered_late,
                   count(*) filter (where not open and outcome <> 'ANSWERED' and not late) as passed,
                   count(*) filter (where not open and outcome <> 'ANSWERED' and late) as passed_late,
                   count(*) filter (where open and not overdue and not late) as open,
                   count(*) filter (where open and (overdue or late)) as overdue,
                   count(*) filter (where subject = 'CONDUCT') as conduct,
                   count(*) filter (where subject = 'REGULATION') as regulation,
                   count(*) filter (where subject = 'BOTH') as both_subjects,
                   count(*) filter (where disliked) as disliked,
                   count(*) filter (where repeated) as repeated,
                   count(*) filter (where disliked or repeated or late or overdue) as unsatisfied,
                   (select reopened from said) as reopened,
                   (select published from said) as published
            from judged
            """;

    private final Pool pool;
    private final Clock clock;

    FeedbackReports(@ReactiveDataSource("reports") Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Of an agency and the units below it; the first and the last day are part of the period. */
    public Uni<FeedbackFigures> figures(AgencyCode agency, LocalDate from, LocalDate to) {
        var today = Handling.day(OffsetDateTime.now(clock));
        var last = to.isAfter(today) ? today : to;
        return DossierFigures.bounded(pool.preparedQuery(FIGURES)
                .execute(Tuple.of(agency.value(), from, to, last))
                .map(rows -> figures(rows.iterator().next(), agency.value(), from, to)));
    }

    private static FeedbackFigures figures(Row row, String agency, LocalDate from, LocalDate to) {
        return new FeedbackFigures(
                agency,
                from,
                to,
                row.getLong("carried"),
                row.getLong("received"),
                row.getLong("answered"),
                row.getLong("answered_late"),
                row.getLong("passed"),
                row.getLong("passed_late"),
                row.getLong("open"),
                row.getLong("overdue"),
                row.getLong("conduct"),
                row.getLong("regulation"),
                row.getLong("both_subjects"),
                row.getLong("disliked"),
                row.getLong("repeated"),
                row.getLong("unsatisfied"),
                row.getLong("reopened"),
                row.getLong("published"));
    }
}
