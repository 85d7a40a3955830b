package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads what is published. Its cost depends on agencies, attributes and months, not on the number of ratings. */
@Singleton
class ScoreStore {
    private static final String BOARD_KEY = """
            case $5::text
                when 'AGENCY' then b.agency
                when 'MONTH' then to_char(b.month, 'YYYY-MM')
                else b.key
            end
            """;

    private static final String DOSSIER_KEY = """
            case $5::text
                when 'OUTCOME' then b.outcome
                when 'CHANNEL' then b.channel
                else b.procedure
            end
            """;

    /** The last atom and the size of the ledger are read in the same statement, so that they belong to the sums. */
    private static final String SAID = """
            select
                %s as key, b.version, b.item,
                sum(b.level1) as level1, sum(b.level2) as level2, sum(b.level3) as level3, sum(b.level4) as level4,
                sum(b.level5) as level5, sum(b.both_satisfied) as both_satisfied, sum(b.overall_only) as overall_only,
                (select max(id) from satisfaction.atom) as atoms,
                (select max(index) + 1 from satisfaction.ledger_leaf) as tree
            from %s
            where b.agency >= $1 and b.agency < $2 and b.questionnaire = $3 and %s
            group by 1, 2, 3
            """;

    private static final String FINISHED = """
            select %s as key, b.version, sum(b.finished)::bigint as finished
            from %s
            where b.agency >= $1 and b.agency < $2 and b.questionnaire = $3 and %s
            group by 1, 2
            """;

    /** One range of the primary key for each span. */
    private static final String SPANS = """
            unnest($6::smallint[], $7::date[]) as s (span, month)
            join satisfaction.%s b on b.dimension = $4 and b.span = s.span and b.month = s.month
            """;

    private static final String OF_KEY = "($8::text is null or b.key = $8)";

    private static final String OF_FIELD =
            "b.field = $4 and b.month between $6 and $7 and (" + DOSSIER_KEY + ") <> '*'";

    private static final String SAID_BOARD = SAID.formatted(BOARD_KEY, SPANS.formatted("board"), OF_KEY);
    private static final String FINISHED_BOARD =
            FINISHED.formatted(BOARD_KEY, SPANS.formatted("finished_board"), OF_KEY);
    private static final String SAID_OF_FIELD = SAID.formatted(DOSSIER_KEY, "satisfaction.atom b", OF_FIELD);
    private static final String FINISHED_OF_FIELD =
            FINISHED.formatted(DOSSIER_KEY, "satisfaction.dossier_count b", OF_FIELD);

    private final Pool pool;

    ScoreStore(Pool pool) {
        this.pool = pool;
    }

    /** What was said to one question of one version in one group; of a group by agency, of one agency alone. */
    record SaidRow(String key, int version, String item, Said said) {}

    record FinishedRow(String key, int version, long finished) {}

    /**
     * @param atoms the last atom counted, 0 when none was
     * @param tree size of the ledger that holds them, 0 when there is none yet
     */
    record Read(List<SaidRow> said, List<FinishedRow> finished, long atoms, long tree) {}

    record Split(Read groups, Read whole) {}

    /** The whole selection, split by nothing, by agency or by month. */
    Uni<Read> whole(Selection selection, ScoreGrouping groupBy) {
        return whole(pool, selection, groupBy);
    }

    /** The groups, and the whole selection at the same moment: nothing is published in between. */
    Uni<Split> splitAndWhole(Selection selection) {
        return pool.withTransaction(transaction -> transaction
                .query("set transaction isolation level repeatable read, read only")
                .execute()
                .chain(() -> split(transaction, selection))
                .chain(groups -> whole(transaction, selection, null).map(whole -> new Split(groups, whole))));
    }

    private static Uni<Read> whole(SqlClient client, Selection selection, ScoreGrouping groupBy) {
        var field = selection.field();
        return board(client, selection, field == null ? "TOTAL" : "FIELD", groupBy, field == null ? "" : field);
    }

    /** Split by an attribute of dossiers: what was published without that attribute is in no group. */
    private static Uni<Read> split(SqlClient client, Selection selection) {
        var groupBy = selection.groupBy();
        if (selection.field() == null || groupBy == ScoreGrouping.FIELD) {
            return board(client, selection, groupBy.name(), groupBy, selection.field());
        }
        var parameters = parameters(selection, selection.field(), groupBy)
                .addValue(selection.from().atDay(1))
                .addValue(selection.to().atDay(1));
        return read(client, SAID_OF_FIELD, FINISHED_OF_FIELD, parameters);
    }

    private static Uni<Read> board(
            SqlClient client, Selection selection, String dimension, ScoreGrouping groupBy, String key) {
        var spans = groupBy == ScoreGrouping.MONTH
                ? Span.months(selection.from(), selection.to())
                : Span.of(selection.from(), selection.to());
        var parameters = parameters(selection, dimension, groupBy)
                .addValue(spans.stream().map(span -> (short) span.months()).toArray(Short[]::new))
                .addValue(spans.stream().map(span -> span.first().atDay(1)).toArray(LocalDate[]::new))
                .addString(key);
        return read(client, SAID_BOARD, FINISHED_BOARD, parameters);
    }

    private static Tuple parameters(Selection selection, String dimensionOrField, ScoreGrouping groupBy) {
        return Tuple.tuple()
                .addString(selection.agenciesFrom())
                .addString(selection.agenciesBelow())
                .addString(selection.questionnaire())
                .addString(dimensionOrField)
                .addString(groupBy == null ? null : groupBy.name());
    }

    /** Answers first: a dossier that ends in between can only make the response rate smaller, never above 100 %. */
    private static Uni<Read> read(SqlClient client, String said, String finished, Tuple parameters) {
        return client.preparedQuery(said)
                .execute(parameters)
                .chain(answers -> client.preparedQuery(finished)
                        .execute(parameters)
                        .map(ended -> {
                            var rows = new ArrayList<SaidRow>();
                            long atoms = 0;
                            long tree = 0;
                            for (var row : answers) {
                                rows.add(said(row));
                                atoms = row.getLong("atoms");
                                tree = Objects.requireNonNullElse(row.getLong("tree"), 0L);
                            }
                            var counts = new ArrayList<FinishedRow>();
                            ended.forEach(row -> counts.add(new FinishedRow(
                                    row.getString("key"), row.getInteger("version"), row.getLong("finished"))));
                            return new Read(rows, counts, atoms, tree);
                        }));
    }

    private static SaidRow said(Row row) {
        return new SaidRow(
                row.getString("key"), row.getInteger("version"), row.getString("item"), PublicationStore.said(row));
    }
}
