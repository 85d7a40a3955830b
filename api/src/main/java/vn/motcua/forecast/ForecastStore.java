package vn.motcua.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** SQL of models and of who makes them. */
@Singleton
class ForecastStore {
    /** A finished morning is claimed again only by hand, one in work only after its claim ran out. */
    private static final String CLAIM = """
            insert into forecast.run as r (as_of, claimed_until)
            values ($1, now() + $2 * interval '1 second')
            on conflict (as_of) do update
                set claimed_until = excluded.claimed_until, finished_at = null
                where (r.finished_at is null and r.claimed_until < now())
                   or (r.finished_at is not null and $3)
            returning as_of
            """;

    private static final String FINISH = "update forecast.run set finished_at = now() where as_of = $1";

    /** Gives the claim back after a failure; another try may begin after a quarter of an hour. */
    private static final String GIVE_BACK = """
            update forecast.run set claimed_until = now() + interval '15 minutes' where as_of = $1 and finished_at is null
            """;

    private static final String SAVE = """
            insert into forecast.model (as_of, spells, body, backtest) values ($1, $2, $3, $4::text::jsonb)
            """;

    /** The last ones stay, so that a replica in the middle of reading finds what it asked for. */
    private static final String TIDY = """
            delete from forecast.model where version < (select max(version) from forecast.model) - 2
            """;

    private static final String TIDY_RUNS = "delete from forecast.run where as_of < $1";

    private static final String LATEST = "select coalesce(max(version), 0) as version from forecast.model";

    private static final String READ = """
            select version, as_of, spells, body, backtest::text as backtest
              from forecast.model
             order by version desc
             limit 1
            """;

    private static final int RUNS_KEPT_DAYS = 90;

    private final Pool pool;
    private final ObjectMapper json;

    ForecastStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** Whether this replica may make the model of a morning now. */
    Uni<Boolean> claim(LocalDate asOf, Duration lease, boolean again) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(asOf, lease.toSeconds(), again))
                .map(rows -> rows.size() == 1);
    }

    Uni<Void> giveBack(LocalDate asOf) {
        return pool.preparedQuery(GIVE_BACK).execute(Tuple.of(asOf)).replaceWithVoid();
    }

    /** Model, back-test and the end of the run become visible together. */
    Uni<Void> save(LocalDate asOf, int spells, Model model, BacktestCells backtest) {
        var body = ModelFile.write(model);
        var cells = written(backtest);
        return pool.withTransaction(tx -> tx.preparedQuery(SAVE)
                .execute(Tuple.of(asOf, spells, Buffer.buffer(body), cells))
                .chain(() -> tx.query(TIDY).execute())
                .chain(() -> tx.preparedQuery(TIDY_RUNS).execute(Tuple.of(asOf.minusDays(RUNS_KEPT_DAYS))))
                .chain(() -> tx.preparedQuery(FINISH).execute(Tuple.of(asOf)))
                .replaceWithVoid());
    }

    /** 0 while there is none. */
    Uni<Long> latest() {
        return pool.query(LATEST).execute().map(rows -> rows.iterator().next().getLong("version"));
    }

    Uni<Optional<NightlyModel>> read() {
        return pool.query(READ).execute().map(rows -> rows.stream().findFirst().map(this::model));
    }

    private NightlyModel model(Row row) {
        return new NightlyModel(
                row.getLong("version"),
                row.getLocalDate("as_of"),
                row.getInteger("spells"),
                ModelFile.read(row.getBuffer("body").getBytes()),
                read(row.getString("backtest")));
    }

    private String written(BacktestCells backtest) {
        try {
            return json.writeValueAsString(backtest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts are JSON", e);
        }
    }

    private BacktestCells read(String backtest) {
        try {
            return json.readValue(backtest, BacktestCells.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored back-test cannot be read", e);
        }
    }
}
