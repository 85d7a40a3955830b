package vn.motcua.dossier;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;
import vn.motcua.openapi.Vietnam;

/**
 * Remembers that somebody had the code and a proof: once for each dossier, day and network. Written behind the answers, every
 * second in one statement: a look-up does not wait for it, and a killed replica forgets at most the last second's.
 */
@Singleton
class ProofLookups {
    private static final Logger LOG = Logger.getLogger(ProofLookups.class);
    private static final int MOST_WAITING = 50_000;

    /** A direct-mapped memory of what was written lately, half a megabyte: whoever refreshes a page writes one row a day. */
    private static final int REMEMBERED = 1 << 16;

    private static final String NOTE = """
            insert into dossier.proof_lookup (dossier_code, day, network)
            select code, $1, network
            from unnest($2::text[], $3::int8[]) as n (code, network)
            order by code, network
            on conflict do nothing
            """;

    private static final String BEFORE = """
            select exists (
                select from dossier.proof_lookup
                where dossier_code = $1 and day >= $2 and network = $3) as known
            """;

    private final Pool pool;
    private final LookupConfig config;
    private final Clock clock;
    private final long[] written = new long[REMEMBERED];
    private Set<Noted> waiting = new HashSet<>();
    private boolean busy;

    private record Noted(String code, long network) {}

    ProofLookups(Pool pool, LookupConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(config.share().toMillis(), timer -> turn());
    }

    synchronized void note(String code, long network) {
        long mark = (code.hashCode() * 0x9E3779B97F4A7C15L ^ network) + today().toEpochDay();
        int place = (int) (mark >>> 32 ^ mark) & REMEMBERED - 1;
        if (written[place] != mark && waiting.size() < MOST_WAITING) {
            written[place] = mark;
            waiting.add(new Noted(code, network));
        }
    }

    /** Whether this network had a right proof for this code lately. */
    Uni<Boolean> before(String code, long network) {
        return pool.preparedQuery(BEFORE)
                .execute(Tuple.of(code, today().minusDays(config.knownFor().toDays()), network))
                .map(rows -> rows.iterator().next().getBoolean("known"));
    }

    private synchronized void turn() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        write().onFailure()
                .invoke(failure -> LOG.warn("look-ups by proof were not noted", failure))
                .onTermination()
                .invoke(this::done)
                .subscribe()
                .with(done -> {}, failure -> {});
    }

    private synchronized void done() {
        busy = false;
    }

    Uni<Void> write() {
        var noted = takeWaiting();
        if (noted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(NOTE)
                .execute(Tuple.tuple()
                        .addLocalDate(today())
                        .addArrayOfString(noted.stream().map(Noted::code).toArray(String[]::new))
                        .addArrayOfLong(noted.stream().map(Noted::network).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private synchronized Set<Noted> takeWaiting() {
        var taken = waiting;
        waiting = new HashSet<>();
        return taken;
    }

    private LocalDate today() {
        return OffsetDateTime.now(clock).atZoneSameInstant(Vietnam.ZONE).toLocalDate();
    }
}
