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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.motcua.dossier.DossierFigures;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.quality.CountedPetition;
import vn.motcua.quality.PetitionCount;
import vn.motcua.quality.PetitionPart;
import vn.motcua.quality.PetitionSource;

/**
 * Feedback as the 766 index and the periodic report of feedback count it: once for each unit directly below the agency that was
 * in charge, and once for the agency as a whole, by its last hand-over there; any step there that came late, or was not taken
 * in time, makes it late.
 */
@Singleton
class FeedbackPetitions implements PetitionSource {
    /** Whose codes these are: the agency's ($1) and those below it. */
    private static final String WITHIN =
            "(%1$s collate \"C\" = $1 or %1$s collate \"C\" > $1 || '.' and %1$s collate \"C\" < $1 || '/')";

    /** The unit directly below the agency that a unit belongs to, or the agency. */
    private static final String BELOW = "case when %1$s = $1::text then $1::text"
            + " else $1::text || '.' || split_part(substr(%1$s, length($1::text) + 2), '.', 1) end";

    private static final String EACH_UNIT = "group by 1, 2";

    /** Then it stands under the unit that was in charge last. */
    private static final String ONCE = "group by 1";

    private static final String LAST_UNIT = "(array_agg(a.unit order by a.number desc))[1]";

    /** $4 is the last day that has been: what is open then, or waits to be published, may be overdue. */
    private static String judged(String unit, String grouped) {
        return """
            with each as (
                select a.code, %s as unit,
                       bool_or(a.started_on < $2 and coalesce(a.finished_on >= $2, true)) as carried,
                       bool_or(a.late and (a.finished_on is null or a.finished_on between $2 and $3)) as late,
                       (array_agg(a.finished_on order by a.number desc))[1] as finished,
                       (array_agg(a.outcome order by a.number desc))[1] as outcome,
                       (array_agg(a.due_on order by a.number desc))[1] as due
                  from feedback.assignment as a
                 where %s
                   and a.started_on <= $3 and coalesce(a.finished_on >= $2, true)
                 %s
            ), judged as (
                select each.code, each.unit, each.carried, each.outcome, coalesce(p.subject, 'OTHER') as subject,
                       finished is null or finished > $4 as open,
                       late or case when finished is null or finished > $4 then coalesce(due < $4, false)
                                    else outcome = 'ANSWERED' and p.state = 'ANSWERED' and coalesce(p.due_on < $4, false)
                               end as late,
                       p.repeated_of is not null or p.dislikes > p.likes as disappointed
                  from each
                  join feedback.petition as p on p.code = each.code and p.kind = 'PAKN'
            )
            """.formatted(unit, WITHIN.formatted("a.unit"), grouped);
    }

    /** A publication counts when it was made, under the unit whose answer it is, whenever the case was handed over. */
    private static String counts(String unit, String ofStep, String judged) {
        return judged + """
            , published as (
                select distinct s.code, %s as unit, coalesce(p.subject, 'OTHER') as subject
                  from feedback.step as s
                  join feedback.petition as p on p.code = s.code
                 where s.move = 'PUBLISH' and %s
                   and s.at >= ($2::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
                   and s.at < ($3::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
            ), counted as (
                select %s as unit, subject, carried, open, late, late or disappointed as unsatisfied, false as published
                  from judged
                union all
                select unit, subject, null, null, null, null, true from published
            )
            select unit, subject,
                   count(*) filter (where carried) as carried,
                   count(*) filter (where not carried) as received,
                   count(*) filter (where not open and not late) as handled,
                   count(*) filter (where not open and late) as handled_late,
                   count(*) filter (where open and not late) as open,
                   count(*) filter (where open and late) as overdue,
                   count(*) filter (where published) as published,
                   count(*) filter (where unsatisfied) as unsatisfied
              from counted
             group by unit, subject
             order by unit, subject
            """.formatted(ofStep, WITHIN.formatted("s.unit"), unit);
    }

    private static final String COUNTS =
            counts("unit", BELOW.formatted("s.unit"), judged(BELOW.formatted("a.unit"), EACH_UNIT));

    private static final String TOTALS = counts("$1::text", "$1::text", judged(LAST_UNIT, ONCE));

    private static final String LIST = judged(LAST_UNIT, ONCE) + """
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

    /** Of the senders' own dossiers; what was refused or is no feedback says nothing about a dossier. */
    private static final String DOSSIERS = """
            select distinct dossier_code
              from feedback.petition
             where own_dossier and kind = 'PAKN' and state not in ('REFUSED', 'OUT_OF_SCOPE')
               and sent_at < ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
               and coalesce(ended_at >= ($1::date)::timestamp at time zone 'Asia/Ho_Chi_Minh', true)
            """;

    private final Pool pool;
    private final Clock clock;

    FeedbackPetitions(@ReactiveDataSource("reports") Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<List<PetitionCount>> counts(AgencyCode agency, LocalDate from, LocalDate to) {
        return counts(COUNTS, agency, from, to);
    }

    @Override
    public Uni<List<PetitionCount>> totals(AgencyCode agency, LocalDate from, LocalDate to) {
        return counts(TOTALS, agency, from, to);
    }

    private Uni<List<PetitionCount>> counts(String sql, AgencyCode agency, LocalDate from, LocalDate to) {
        return DossierFigures.bounded(pool.preparedQuery(sql)
                .mapping(FeedbackPetitions::count)
                .execute(Tuple.of(agency.value(), from, to, last(to)))
                .map(rows -> rows.stream().toList()));
    }

    @Override
    public Uni<List<CountedPetition>> list(
            AgencyCode agency, LocalDate from, LocalDate to, PetitionPart part, Place after, int limit) {
        return DossierFigures.bounded(pool.preparedQuery(LIST)
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
                .map(rows -> rows.stream().toList()));
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
    public Uni<Set<String>> ownDossiersWithFeedback(LocalDate from, LocalDate to) {
        return DossierFigures.bounded(pool.preparedQuery(DOSSIERS)
                .execute(Tuple.of(from, to))
                .map(rows -> {
                    var codes = new HashSet<String>();
                    rows.forEach(row -> codes.add(row.getString(0)));
                    return codes;
                }));
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
