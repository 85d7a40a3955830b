package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** SQL of ratings on their way from rest to the mixed ones. */
@Singleton
class MixStore {
    /** Any number that no other lock of the database has. */
    private static final String LOCK = "select pg_advisory_xact_lock(6060842)";

    private static final String PILES = """
            select questionnaire, version, agency
            from satisfaction.resting
            where examined and mix_from <= $1 and ($2::text[] is null or agency = any ($2))
            union
            select questionnaire, version, agency
            from satisfaction.waiting
            where $2::text[] is null or agency = any ($2)
            """;

    /** Whoever changes one of them waits: a group must not become smaller between being counted and being taken. */
    private static final String SIZES = """
            select month, field, procedure, outcome, channel, count(*) as n
            from (
                select month, field, procedure, outcome, channel
                from satisfaction.resting
                where agency = $1 and questionnaire = $2 and version = $3 and mix_from <= $4 and examined
                for update
            ) as due
            group by 1, 2, 3, 4, 5
            """;

    private static final String TAKE = """
            delete from satisfaction.resting
            where agency = $1 and questionnaire = $2 and version = $3 and mix_from <= $4 and examined
                and (month, field, procedure, outcome, channel) in (
                    select * from unnest($5::date[], $6::text[], $7::text[], $8::text[], $9::text[]))
            returning sealed
            """;

    private static final String INSERT = """
            insert into satisfaction.rating (
                questionnaire, version, agency, month, field, procedure, outcome, channel, answers, batch)
            select $2, $3, $1, r.month, r.field, r.procedure, r.outcome, r.channel, r.answers::smallint[], r.batch
            from unnest($4::date[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::bigint[])
                with ordinality as r (month, field, procedure, outcome, channel, answers, batch, place)
            order by r.place
            """;

    private final Pool pool;

    MixStore(Pool pool) {
        this.pool = pool;
    }

    /** A rating that nobody can trace: what is kept of its attributes, what it says, and with which batch it was mixed. */
    record Mixed(Cell kept, Answers answers, long batch) {}

    /** Waits until no other mixing runs; ends with the transaction. */
    Uni<Void> lock(SqlConnection transaction) {
        return transaction.query(LOCK).execute().replaceWithVoid();
    }

    /** What there is to do; null means for every agency. */
    Uni<List<Mixer.Pile>> piles(Collection<String> agencies, LocalDate today) {
        return pool.preparedQuery(PILES)
                .execute(Tuple.of(today, agencies == null ? null : agencies.toArray(String[]::new)))
                .map(rows -> {
                    var piles = new ArrayList<Mixer.Pile>();
                    rows.forEach(row -> piles.add(new Mixer.Pile(
                            row.getString("questionnaire"), row.getInteger("version"), row.getString("agency"))));
                    return piles;
                });
    }

    /** How many may leave now; until the end of the transaction nobody changes them. */
    Uni<Map<Cell, Long>> sizes(SqlConnection transaction, Mixer.Pile pile, LocalDate today) {
        return transaction
                .preparedQuery(SIZES)
                .execute(of(pile).addValue(today))
                .map(rows -> {
                    var sizes = new HashMap<Cell, Long>();
                    rows.forEach(row -> sizes.put(cell(row), row.getLong("n")));
                    return sizes;
                });
    }

    /** Removes the ratings of these cells and returns what they say, still sealed. */
    Uni<List<byte[]>> take(SqlConnection transaction, Mixer.Pile pile, List<Cell> cells, LocalDate today) {
        return transaction
                .preparedQuery(TAKE)
                .execute(addCells(of(pile).addValue(today), cells))
                .map(rows -> {
                    var sealed = new ArrayList<byte[]>();
                    rows.forEach(row -> sealed.add(row.getBuffer("sealed").getBytes()));
                    return sealed;
                });
    }

    /** Writes them in the order given. */
    Uni<Void> insert(SqlConnection transaction, Mixer.Pile pile, List<Mixed> ratings) {
        var cells = ratings.stream().map(Mixed::kept).toList();
        var answers = ratings.stream()
                .map(rating -> Arrays.stream(rating.answers().column())
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", "{", "}")))
                .toArray(String[]::new);
        return transaction
                .preparedQuery(INSERT)
                .execute(addCells(of(pile), cells)
                        .addValue(answers)
                        .addValue(ratings.stream().map(Mixed::batch).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    static Tuple of(Mixer.Pile pile) {
        return Tuple.tuple()
                .addString(pile.agency())
                .addString(pile.questionnaire())
                .addInteger(pile.version());
    }

    /** Five arrays: month, field, procedure, outcome, channel. */
    static Tuple addCells(Tuple parameters, List<Cell> cells) {
        return parameters
                .addValue(cells.stream().map(cell -> cell.month().atDay(1)).toArray(LocalDate[]::new))
                .addValue(texts(cells, Cell::field))
                .addValue(texts(cells, Cell::procedure))
                .addValue(texts(cells, Cell::outcome))
                .addValue(texts(cells, Cell::channel));
    }

    static Cell cell(Row row) {
        return new Cell(
                YearMonth.from(row.getLocalDate("month")),
                row.getString("field"),
                row.getString("procedure"),
                row.getString("outcome"),
                row.getString("channel"));
    }

    private static String[] texts(List<Cell> cells, Function<Cell, String> attribute) {
        return cells.stream().map(attribute).toArray(String[]::new);
    }
}
