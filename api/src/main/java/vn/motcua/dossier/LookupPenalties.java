package vn.motcua.dossier;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import vn.motcua.dossier.LookupLimits.Kind;

/**
 * Failed look-ups, shared by all replicas. Failures are gathered in memory and written every second in one statement, and what
 * the others wrote is read in another: a look-up itself never waits for it.
 */
@Singleton
class LookupPenalties {
    private static final Logger LOG = Logger.getLogger(LookupPenalties.class);

    /** Failures of one second beyond this are many guesses at many codes; the meters of this replica hold them anyway. */
    private static final int MOST_WAITING = 20_000;

    private static final int MOST_READ = 50_000;
    private static final int OVERLAP_SECONDS = 5;

    private static final String ADD = """
            insert into dossier.lookup_penalty as known (kind, key, burst, sustained, changed_at)
            select f.kind, f.key, $1 + f.burst, $1 + f.sustained, clock_timestamp()
            from unnest($2::int2[], $3::int8[], $4::int8[], $5::int8[]) as f (kind, key, burst, sustained)
            order by f.kind, f.key
            on conflict (kind, key) do update
            set burst = greatest(known.burst, $1) + excluded.burst - $1,
                sustained = greatest(known.sustained, $1) + excluded.sustained - $1,
                changed_at = clock_timestamp()
            returning kind, key, burst, sustained
            """;

    /** The fullest first, should there be too many. */
    private static final String CHANGED = """
            select kind, key, burst, sustained
            from dossier.lookup_penalty
            where changed_at > clock_timestamp() - make_interval(secs => $1) and sustained > $2
            order by sustained desc
            limit $3
            """;

    private static final String FORGET = "delete from dossier.lookup_penalty where sustained < $1";
    private static final int FORGET_EVERY = 60;

    private final Pool pool;
    private final LookupConfig config;
    private Map<Entry, Integer> waiting = new HashMap<>();
    private LookupLimits limits;
    private Long readAt;
    private int turns;
    private boolean busy;

    private record Entry(Kind kind, long key) {}

    LookupPenalties(Pool pool, LookupConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Called once, by the limits that these penalties feed. */
    void share(LookupLimits limits) {
        this.limits = limits;
    }

    /** Injecting the limits makes them before the first request does. */
    void start(@Observes StartupEvent started, Vertx vertx, LookupLimits fed) {
        share(fed);
        vertx.setPeriodic(config.share().toMillis(), timer -> turn());
    }

    synchronized void add(Kind kind, long key) {
        if (waiting.size() < MOST_WAITING) {
            waiting.merge(new Entry(kind, key), 1, Integer::sum);
        }
    }

    private synchronized void turn() {
        if (busy) {
            return;
        }
        busy = true;
        exchange()
                .onFailure()
                .invoke(failure -> LOG.warn("failed look-ups were not shared with the other replicas", failure))
                .onTermination()
                .invoke(this::done)
                .subscribe()
                .with(done -> {}, failure -> {});
    }

    private synchronized void done() {
        busy = false;
    }

    /** Tells the others, and learns from them. */
    Uni<Void> exchange() {
        var told = takeWaiting();
        var tell = told.isEmpty() ? Uni.createFrom().voidItem() : tell(told);
        return tell.chain(this::learn).chain(this::forget);
    }

    private synchronized Map<Entry, Integer> takeWaiting() {
        var taken = waiting;
        waiting = new HashMap<>();
        return taken;
    }

    private Uni<Void> tell(Map<Entry, Integer> told) {
        var kinds = new ArrayList<Short>();
        var keys = new ArrayList<Long>();
        var burst = new ArrayList<Long>();
        var sustained = new ArrayList<Long>();
        told.forEach((entry, times) -> {
            var meters = limits.meters(entry.kind());
            kinds.add((short) entry.kind().ordinal());
            keys.add(entry.key());
            burst.add(times * meters.burst().cost());
            sustained.add(times * meters.sustained().cost());
        });
        return pool.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addLong(limits.now())
                        .addArrayOfShort(kinds.toArray(Short[]::new))
                        .addArrayOfLong(keys.toArray(Long[]::new))
                        .addArrayOfLong(burst.toArray(Long[]::new))
                        .addArrayOfLong(sustained.toArray(Long[]::new)))
                .invoke(this::take)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> putBack(told));
    }

    private synchronized void putBack(Map<Entry, Integer> untold) {
        untold.forEach((entry, times) -> waiting.merge(entry, times, Integer::sum));
    }

    /** What changed since the last time, by the clock of the database; some of it twice rather than missed. */
    private Uni<Void> learn() {
        long now = System.nanoTime();
        double seconds = readAt == null ? config.sustained().toSeconds() : (now - readAt) / 1e9 + OVERLAP_SECONDS;
        return pool.preparedQuery(CHANGED)
                .execute(Tuple.of(seconds, limits.now(), MOST_READ))
                .invoke(rows -> {
                    take(rows);
                    readAt = now;
                })
                .replaceWithVoid();
    }

    private void take(RowSet<Row> rows) {
        var kinds = List.of(Kind.values());
        for (var row : rows) {
            var level = new Meters.Level(row.getLong("burst"), row.getLong("sustained"));
            limits.meters(kinds.get(row.getShort("kind"))).learn(row.getLong("key"), level, limits.now());
        }
    }

    private Uni<Void> forget() {
        return turns++ % FORGET_EVERY == 0
                ? pool.preparedQuery(FORGET).execute(Tuple.of(limits.now())).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
