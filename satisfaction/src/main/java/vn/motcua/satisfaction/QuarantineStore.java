package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SQL of cases in quarantine. */
@Singleton
class QuarantineStore {
    private static final String OPEN = """
            insert into satisfaction.quarantine (
                id, agency, questionnaire, version, month, ratings, reasons, chances, held_on, batch, held_after_atom)
            select
                coalesce((select max(id) from satisfaction.quarantine), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8, $9,
                coalesce((select max(id) from satisfaction.atom), 0)
            returning id
            """;

    private static final String SUM = """
            insert into satisfaction.quarantine_sum (
                id, item, month, field, procedure, outcome, channel,
                level1, level2, level3, level4, level5, both_satisfied, overall_only)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """;

    private static final String SUMS = """
            select
                item, month, field, procedure, outcome, channel,
                level1, level2, level3, level4, level5, both_satisfied, overall_only
            from satisfaction.quarantine_sum
            where id = $1
            order by item
            """;

    private static final String CASES = """
            select
                c.id, c.agency, c.questionnaire, c.version, c.month, c.ratings, c.reasons, c.chances, c.state,
                c.held_on, c.decided_on, c.decided_by, c.explanation,
                s.level1, s.level2, s.level3, s.level4, s.level5
            from satisfaction.quarantine c
            join satisfaction.item i
                on i.questionnaire = c.questionnaire and i.version = c.version and i.factor = 'OVERALL'
            join satisfaction.quarantine_sum s on s.id = c.id and s.item = i.code
            """;

    private static final String PAGE = CASES + """
            where c.agency >= $1 and c.agency < $2 and c.questionnaire = $3 and c.month between $4 and $5 and c.id < $6
            order by c.id desc
            limit $7
            """;

    private static final String IN_STATE = CASES + """
            where c.state = $1
            order by c.id desc
            limit 100
            """;

    private static final String ONE = CASES + "where c.id = $1";

    private static final String STATE = """
            select state, agency, questionnaire, version, batch from satisfaction.quarantine where id = $1 for update
            """;

    private static final String DECIDE = """
            update satisfaction.quarantine set
                state = $2,
                decided_on = $3,
                decided_after_atom = coalesce((select max(id) from satisfaction.atom), 0),
                decided_by = $4,
                explanation = $5
            where id = $1
            """;

    /** What does not count, of this selection. */
    private static final String NOT_COUNTED = """
            select
                coalesce(sum(s.level1), 0)::bigint as level1, coalesce(sum(s.level2), 0)::bigint as level2,
                coalesce(sum(s.level3), 0)::bigint as level3, coalesce(sum(s.level4), 0)::bigint as level4,
                coalesce(sum(s.level5), 0)::bigint as level5
            from satisfaction.quarantine c
            join satisfaction.item i
                on i.questionnaire = c.questionnaire and i.version = c.version and i.factor = 'OVERALL'
            join satisfaction.quarantine_sum s on s.id = c.id and s.item = i.code
            where c.state <> 'RELEASED' and c.agency >= $1 and c.agency < $2 and c.questionnaire = $3
                and c.month between $4 and $5
            """;

    private static final String OPEN_DATA = """
            select
                c.id, c.held_on, c.questionnaire, c.version, c.agency, to_char(s.month, 'YYYY-MM') as month,
                s.field, s.procedure, s.outcome, s.channel, s.item, i.factor,
                s.level1, s.level2, s.level3, s.level4, s.level5,
                c.held_after_atom, c.state, c.decided_after_atom
            from satisfaction.quarantine c
            join satisfaction.quarantine_sum s on s.id = c.id
            join satisfaction.item i on i.questionnaire = c.questionnaire and i.version = c.version and i.code = s.item
            where c.id > $1 and s.level1 + s.level2 + s.level3 + s.level4 + s.level5 >= 10
                and c.id <= (select max(id) from (
                    select id from satisfaction.quarantine where id > $1 order by id limit $2) as page)
            order by c.id, s.item
            """;

    private final Pool pool;

    QuarantineStore(Pool pool) {
        this.pool = pool;
    }

    /** A case before its words are put into a language. */
    record Found(
            long id,
            Mixer.Pile pile,
            YearMonth month,
            int ratings,
            Map<SuspicionReason, Double> reasons,
            QuarantineCase.State state,
            LocalDate heldOn,
            LocalDate decidedOn,
            String decidedBy,
            String explanation,
            Levels overall) {}

    /** Who is concerned by a case, and whether it is decided; locked. */
    record Locked(QuarantineCase.State state, Mixer.Pile pile, long batch) {}

    /** Numbers cases without gaps: the caller holds the lock of the mixing. */
    Uni<Long> open(SqlConnection transaction, Quarantine.Apart apart, long batch, LocalDate today) {
        return transaction
                .preparedQuery(OPEN)
                .execute(MixStore.of(apart.pile())
                        .addValue(apart.kept().month().atDay(1))
                        .addInteger(apart.ratings().size())
                        .addValue(apart.reasons().keySet().stream().map(Enum::name).toArray(String[]::new))
                        .addValue(apart.reasons().values().toArray(Double[]::new))
                        .addValue(today)
                        .addLong(batch))
                .map(rows -> rows.iterator().next().getLong("id"));
    }

    Uni<Void> sums(SqlConnection transaction, long id, List<PublicationStore.Entry> entries) {
        var batch = entries.stream()
                .map(entry -> Tuple.tuple()
                        .addLong(id)
                        .addString(entry.item())
                        .addValue(entry.cell().month().atDay(1))
                        .addString(entry.cell().field())
                        .addString(entry.cell().procedure())
                        .addString(entry.cell().outcome())
                        .addString(entry.cell().channel())
                        .addLong(entry.said().levels().level1())
                        .addLong(entry.said().levels().level2())
                        .addLong(entry.said().levels().level3())
                        .addLong(entry.said().levels().level4())
                        .addLong(entry.said().levels().level5())
                        .addLong(entry.said().bothSatisfied())
                        .addLong(entry.said().overallOnly()))
                .toList();
        return transaction.preparedQuery(SUM).executeBatch(batch).replaceWithVoid();
    }

    Uni<List<PublicationStore.Entry>> sums(long id) {
        return pool.preparedQuery(SUMS).execute(Tuple.of(id)).map(QuarantineStore::entries);
    }

    Uni<List<PublicationStore.Entry>> sums(SqlConnection transaction, long id) {
        return transaction.preparedQuery(SUMS).execute(Tuple.of(id)).map(QuarantineStore::entries);
    }

    private static List<PublicationStore.Entry> entries(RowSet<Row> rows) {
        var entries = new ArrayList<PublicationStore.Entry>();
        rows.forEach(row -> entries.add(
                new PublicationStore.Entry(row.getString("item"), MixStore.cell(row), PublicationStore.said(row))));
        return entries;
    }

    Uni<List<Found>> page(Selection selection, long before, int limit) {
        return cases(PAGE, selected(selection).addLong(before).addInteger(limit));
    }

    Uni<List<Found>> inState(QuarantineCase.State state) {
        return cases(IN_STATE, Tuple.of(state.name()));
    }

    Uni<Optional<Found>> find(long id) {
        return cases(ONE, Tuple.of(id)).map(found -> found.stream().findFirst());
    }

    Uni<Levels> notCounted(Selection selection) {
        return pool.preparedQuery(NOT_COUNTED)
                .execute(selected(selection))
                .map(rows -> levels(rows.iterator().next()));
    }

    Uni<Optional<Locked>> lock(SqlConnection transaction, long id) {
        return transaction.preparedQuery(STATE).execute(Tuple.of(id)).map(rows -> {
            for (var row : rows) {
                return Optional.of(new Locked(
                        QuarantineCase.State.valueOf(row.getString("state")), pile(row), row.getLong("batch")));
            }
            return Optional.empty();
        });
    }

    Uni<Void> decide(
            SqlConnection transaction,
            long id,
            QuarantineCase.State state,
            LocalDate today,
            String who,
            String explanation) {
        return transaction
                .preparedQuery(DECIDE)
                .execute(Tuple.of(id, state.name(), today, who, explanation))
                .replaceWithVoid();
    }

    /** Rows of the next cases after this one, all questions of a case together. */
    Uni<RowSet<Row>> openData(long after, int cases) {
        return pool.preparedQuery(OPEN_DATA).execute(Tuple.of(after, cases));
    }

    private static Tuple selected(Selection selection) {
        return Tuple.tuple()
                .addString(selection.agenciesFrom())
                .addString(selection.agenciesBelow())
                .addString(selection.questionnaire())
                .addValue(selection.from().atDay(1))
                .addValue(selection.to().atDay(1));
    }

    private Uni<List<Found>> cases(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            var found = new ArrayList<Found>();
            rows.forEach(row -> found.add(found(row)));
            return found;
        });
    }

    private static Found found(Row row) {
        var reasons = new LinkedHashMap<SuspicionReason, Double>();
        var names = row.getArrayOfStrings("reasons");
        var chances = row.getArrayOfDoubles("chances");
        for (int i = 0; i < names.length; i++) {
            reasons.put(SuspicionReason.valueOf(names[i]), chances[i]);
        }
        return new Found(
                row.getLong("id"),
                pile(row),
                YearMonth.from(row.getLocalDate("month")),
                row.getInteger("ratings"),
                reasons,
                QuarantineCase.State.valueOf(row.getString("state")),
                row.getLocalDate("held_on"),
                row.getLocalDate("decided_on"),
                row.getString("decided_by"),
                row.getString("explanation"),
                levels(row));
    }

    private static Mixer.Pile pile(Row row) {
        return new Mixer.Pile(row.getString("questionnaire"), row.getInteger("version"), row.getString("agency"));
    }

    private static Levels levels(Row row) {
        return new Levels(
                row.getLong("level1"),
                row.getLong("level2"),
                row.getLong("level3"),
                row.getLong("level4"),
                row.getLong("level5"));
    }
}
