package vn.motcua.feedback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.quality.CountedPetition;
import vn.motcua.quality.PetitionCount;
import vn.motcua.quality.PetitionPart;
import vn.motcua.quality.PetitionSource;

/**
 * Feedback as the 766 index and the periodic report of feedback count it: once for each unit that was in charge, by its last
 * hand-over there; any of its hand-overs that came late makes it late. {@link FeedbackReports} counts a case once for an agency
 * as a whole.
 */
@Singleton
class FeedbackPetitions implements PetitionSource {
    /** $4 is the last day that has been: what is open then may be overdue. */
    private static final String JUDGED = """
            with each as (
                select a.code, a.unit,
                       bool_or(a.started_on < $2 and coalesce(a.finished_on >= $2, true)) as carried,
                       bool_or(a.late and (a.finished_on is null or a.finished_on between $2 and $3)) as late,
                       (array_agg(a.finished_on order by a.number desc))[1] as finished,
                       (array_agg(a.outcome order by a.number desc))[1] as outcome,
                       (array_agg(a.due_on order by a.number desc))[1] as due
                  from feedback.assignment as a
                 where (a.unit collate "C" = $1 or a.unit collate "C" > $1 || '.' and a.unit collate "C" < $1 || '/')
                   and a.started_on <= $3 and coalesce(a.finished_on >= $2, true)
                 group by a.code, a.unit
            ), judged as (
                select each.code, each.unit, each.carried, each.outcome, coalesce(p.subject, 'OTHER') as subject,
                       finished is null or finished > $4 as open,
                       late or (finished is null or finished > $4) and coalesce(due < $4, false) as late,
                       p.repeated_of is not null or p.dislikes > p.likes as disappointed,
                       (p.published_at at time zone 'Asia/Ho_Chi_Minh')::date between $2 and $3 as published
                  from each
                  join feedback.petition as p on p.code = each.code and p.kind = 'PAKN'
            )
            """;

    private static final String COUNTS = JUDGED + """
            select unit, subject,
                   count(*) filter (where carried) as carried,
                   count(*) filter (where not carried) as received,
                   count(*) filter (where not open and not late) as handled,
                   count(*) filter (where not open and late) as handled_late,
                   count(*) filter (where open and not late) as open,
                   count(*) filter (where open and late) as overdue,
                   count(*) filter (where outcome = 'ANSWERED' and published) as published,
                   count(*) filter (where late or disappointed) as unsatisfied
              from judged
             group by unit, subject
             order by unit, subject
            """;

    private static final String LIST = JUDGED + """
            select code, unit, subject, open, late, late or disappointed as unsatisfied,
                   case when not open then outcome end as outcome
              from judged
             where (code collate "C", unit collate "C") > ($5::text, $6::text)
               and case $7::text
                   when 'ON_TIME' then not late
                   when 'LATE' then late
                   when 'SATISFIED' then not (late or disappointed)
                   when 'UNSATISFIED' then late or disappointed
                   when 'ALL' then true
                   else subject = $7::text
               end
             order by code collate "C", unit collate "C"
             limit $8
            """;

    private static final String DOSSIERS = """
            select distinct p.dossier_code
              from feedback.assignment as a
              join feedback.petition as p on p.code = a.code and p.kind = 'PAKN' and p.dossier_code is not null
             where (a.unit collate "C" = $1 or a.unit collate "C" > $1 || '.' and a.unit collate "C" < $1 || '/')
               and a.started_on <= $3 and coalesce(a.finished_on >= $2, true)
            """;

    private final Pool pool;
    private final Clock clock;

    FeedbackPetitions(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<List<PetitionCount>> counts(AgencyCode agency, LocalDate from, LocalDate to) {
        return pool.preparedQuery(COUNTS)
                .mapping(FeedbackPetitions::count)
                .execute(Tuple.of(agency.value(), from, to, last(to)))
                .map(rows -> rows.stream().toList());
    }

    @Override
    public Uni<List<CountedPetition>> list(
            AgencyCode agency, LocalDate from, LocalDate to, PetitionPart part, Place after, int limit) {
        return pool.preparedQuery(LIST)
                .mapping(FeedbackPetitions::listed)
                .execute(Tuple.tuple()
                        .addString(agency.value())
                        .addLocalDate(from)
                        .addLocalDate(to)
                        .addLocalDate(last(to))
                        .addString(after.code())
                        .addString(after.unit())
                        .addString(part.name())
                        .addInteger(limit))
                .map(rows -> rows.stream().toList());
    }

    private LocalDate last(LocalDate to) {
        var today = Handling.day(OffsetDateTime.now(clock));
        return to.isAfter(today) ? today : to;
    }

    private static CountedPetition listed(Row row) {
        var outcome = row.getString("outcome");
        return new CountedPetition(
                row.getString("code"),
                row.getString("unit"),
                PetitionCount.Kind.valueOf(row.getString("subject")),
                row.getBoolean("open"),
                row.getBoolean("late"),
                row.getBoolean("unsatisfied"),
                outcome == null ? null : CountedPetition.Outcome.valueOf(outcome));
    }

    @Override
    public Uni<Set<String>> dossiersWithFeedback(AgencyCode agency, LocalDate from, LocalDate to) {
        return pool.preparedQuery(DOSSIERS)
                .execute(Tuple.of(agency.value(), from, to))
                .map(rows -> {
                    var codes = new HashSet<String>();
                    rows.forEach(row -> codes.add(row.getString(0)));
                    return codes;
                });
    }

    private static PetitionCount count(Row row) {
        return new PetitionCount(
                row.getString("unit"),
                PetitionCount.Kind.valueOf(row.getString("subject")),
                row.getLong("carried"),
                row.getLong("received"),
                row.getLong("handled"),
                row.getLong("handled_late"),
                row.getLong("open"),
                row.getLong("overdue"),
                row.getLong("published"),
                row.getLong("unsatisfied"));
    }
}
