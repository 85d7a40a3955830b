package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** SQL of what is published: atoms, and the boards that add them up. Only the mixing writes here, one at a time. */
@Singleton
class PublicationStore {
    private static final String MONTHS = """
            select item, month
            from satisfaction.board
            where dimension = 'TOTAL' and span = 1 and agency = $1 and key = '' and questionnaire = $2 and version = $3
            """;

    private static final String TAKE_WAITING = """
            delete from satisfaction.waiting
            where agency = $1 and questionnaire = $2 and version = $3
            returning
                item, month, field, procedure, outcome, channel,
                level1, level2, level3, level4, level5, both_satisfied, overall_only
            """;

    private static final String ENTRIES = """
            unnest(
                $4::date[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[], $15::bigint[], $16::bigint[])
                with ordinality as e (
                    month, field, procedure, outcome, channel, item,
                    level1, level2, level3, level4, level5, both_satisfied, overall_only, place)
            """;

    private static final String WAIT = """
            insert into satisfaction.waiting (
                agency, questionnaire, version, item, month, field, procedure, outcome, channel,
                level1, level2, level3, level4, level5, both_satisfied, overall_only)
            select
                $1, $2, $3, e.item, e.month, e.field, e.procedure, e.outcome, e.channel,
                e.level1, e.level2, e.level3, e.level4, e.level5, e.both_satisfied, e.overall_only
            from""" + " " + ENTRIES;

    /** Numbers have no gaps: "all atoms up to this one" is what a recipe means by its day. */
    private static final String PUBLISH = """
            insert into satisfaction.atom (
                id, published_on, agency, questionnaire, version, item, month, field, procedure, outcome, channel,
                level1, level2, level3, level4, level5, both_satisfied, overall_only)
            select
                coalesce((select max(id) from satisfaction.atom), 0) + e.place, $17,
                $1, $2, $3, e.item, e.month, e.field, e.procedure, e.outcome, e.channel,
                e.level1, e.level2, e.level3, e.level4, e.level5, e.both_satisfied, e.overall_only
            from""" + " " + ENTRIES;

    private static final String ADD_UP = """
            insert into satisfaction.board as b (
                agency, questionnaire, version, dimension, key, span, month, item,
                level1, level2, level3, level4, level5, both_satisfied, overall_only)
            select
                $1, $2, $3, d.dimension, d.key, s.span, s.month, e.item,
                sum(e.level1), sum(e.level2), sum(e.level3), sum(e.level4), sum(e.level5),
                sum(e.both_satisfied), sum(e.overall_only)
            from""" + " " + ENTRIES + """
            cross join lateral (
                values
                    ('TOTAL', ''), ('FIELD', e.field), ('PROCEDURE', e.procedure), ('OUTCOME', e.outcome),
                    ('CHANNEL', e.channel)
            ) as d (dimension, key)
            cross join lateral (
                values
                    (1, e.month), (3, date_trunc('quarter', e.month)::date), (12, date_trunc('year', e.month)::date)
            ) as s (span, month)
            where d.key <> '*'
            group by d.dimension, d.key, s.span, s.month, e.item
            on conflict (dimension, span, month, agency, key, questionnaire, version, item)
            do update set
                level1 = b.level1 + excluded.level1,
                level2 = b.level2 + excluded.level2,
                level3 = b.level3 + excluded.level3,
                level4 = b.level4 + excluded.level4,
                level5 = b.level5 + excluded.level5,
                both_satisfied = b.both_satisfied + excluded.both_satisfied,
                overall_only = b.overall_only + excluded.overall_only
            """;

    private static final String COUNT_ENDED = """
            with taken as (
                delete from satisfaction.ended returning *
            ), counted as (
                insert into satisfaction.dossier_count as c (
                    questionnaire, version, agency, month, field, procedure, outcome, channel, finished)
                select questionnaire, version, agency, month, field, procedure, outcome, channel, sum(finished)
                from taken
                group by 1, 2, 3, 4, 5, 6, 7, 8
                on conflict (questionnaire, version, agency, month, field, procedure, outcome, channel)
                do update set finished = c.finished + excluded.finished
            )
            insert into satisfaction.finished_board as b (
                agency, dimension, key, span, month, questionnaire, version, finished)
            select t.agency, d.dimension, d.key, s.span, s.month, t.questionnaire, t.version, sum(t.finished)
            from taken t
            cross join lateral (
                values
                    ('TOTAL', ''), ('FIELD', t.field), ('PROCEDURE', t.procedure), ('OUTCOME', t.outcome),
                    ('CHANNEL', t.channel)
            ) as d (dimension, key)
            cross join lateral (
                values
                    (1, t.month), (3, date_trunc('quarter', t.month)::date), (12, date_trunc('year', t.month)::date)
            ) as s (span, month)
            group by 1, 2, 3, 4, 5, 6, 7
            on conflict (dimension, span, month, agency, key, questionnaire, version)
            do update set finished = b.finished + excluded.finished
            """;

    /** What was said to one question in one cell. */
    record Entry(String item, Cell cell, Said said) {}

    /** Adds the dossiers that ended since the last time. */
    Uni<Void> countEnded(SqlConnection transaction) {
        return transaction.query(COUNT_ENDED).execute().replaceWithVoid();
    }

    /** The months of which something is published, by question. */
    Uni<Map<String, List<YearMonth>>> months(SqlConnection transaction, Mixer.Pile pile) {
        return transaction.preparedQuery(MONTHS).execute(MixStore.of(pile)).map(rows -> {
            var months = new HashMap<String, List<YearMonth>>();
            rows.forEach(row -> months.computeIfAbsent(row.getString("item"), item -> new ArrayList<>())
                    .add(YearMonth.from(row.getLocalDate("month"))));
            return months;
        });
    }

    /** What waits, by question and cell; it is put back by {@link #wait} or published. */
    Uni<Map<String, Map<Cell, Said>>> takeWaiting(SqlConnection transaction, Mixer.Pile pile) {
        return transaction
                .preparedQuery(TAKE_WAITING)
                .execute(MixStore.of(pile))
                .map(rows -> {
                    var waiting = new HashMap<String, Map<Cell, Said>>();
                    rows.forEach(row -> waiting.computeIfAbsent(row.getString("item"), item -> new HashMap<>())
                            .put(MixStore.cell(row), said(row)));
                    return waiting;
                });
    }

    Uni<Void> wait(SqlConnection transaction, Mixer.Pile pile, List<Entry> entries) {
        return entries.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(WAIT)
                        .execute(parameters(pile, entries))
                        .replaceWithVoid();
    }

    Uni<Void> publish(SqlConnection transaction, Mixer.Pile pile, List<Entry> atoms, LocalDate today) {
        return atoms.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(PUBLISH)
                        .execute(parameters(pile, atoms).addValue(today))
                        .chain(() -> transaction.preparedQuery(ADD_UP).execute(parameters(pile, atoms)))
                        .replaceWithVoid();
    }

    static Said said(Row row) {
        return new Said(
                new Levels(
                        row.getLong("level1"),
                        row.getLong("level2"),
                        row.getLong("level3"),
                        row.getLong("level4"),
                        row.getLong("level5")),
                row.getLong("both_satisfied"),
                row.getLong("overall_only"));
    }

    private static Tuple parameters(Mixer.Pile pile, List<Entry> entries) {
        var cells = entries.stream().map(Entry::cell).toList();
        return MixStore.addCells(MixStore.of(pile), cells)
                .addValue(entries.stream().map(Entry::item).toArray(String[]::new))
                .addValue(numbers(entries, e -> e.said().levels().level1()))
                .addValue(numbers(entries, e -> e.said().levels().level2()))
                .addValue(numbers(entries, e -> e.said().levels().level3()))
                .addValue(numbers(entries, e -> e.said().levels().level4()))
                .addValue(numbers(entries, e -> e.said().levels().level5()))
                .addValue(numbers(entries, e -> e.said().bothSatisfied()))
                .addValue(numbers(entries, e -> e.said().overallOnly()));
    }

    private static Long[] numbers(List<Entry> entries, ToLongFunction<Entry> value) {
        return entries.stream().map(value::applyAsLong).toArray(Long[]::new);
    }
}
