package vn.motcua.satisfaction;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import vn.motcua.openapi.Vietnam;

/** When to sign, and when to check everything. Each replica looks; locks in the database let one of them do it. */
@Singleton
class LedgerService {
    private static final Logger LOG = Logger.getLogger(LedgerService.class);
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration LOOK_FOR_AUDIT = Duration.ofHours(1);
    private static final int MAX_TOLD = 20;

    private final LedgerHeads heads;
    private final LedgerAudit audit;
    private final LedgerConfig config;
    private final Vertx vertx;
    private final AtomicBoolean signing = new AtomicBoolean();
    private volatile boolean stopped;

    LedgerService(LedgerHeads heads, LedgerAudit audit, LedgerConfig config, Vertx vertx) {
        this.heads = heads;
        this.audit = audit;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        var every = config.headEvery();
        if (every.toSeconds() < 1 || every.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalStateException("motcua.satisfaction.ledger.head-every is between a second and a day");
        }
        if (config.promiseDays() < 2) {
            throw new IllegalStateException("motcua.satisfaction.ledger.promise-days is at least 2");
        }
        vertx.setPeriodic(1000, Math.min(every.toMillis(), LOOK.toMillis()), timer -> sign());
        vertx.setPeriodic(
                LOOK_FOR_AUDIT.toMillis(),
                timer -> run(() -> audit.daily(Vietnam.today()).invoke(LedgerService::tell)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void sign() {
        if (signing.compareAndSet(false, true)) {
            run(() -> heads.publish(Instant.now()).eventually(() -> signing.set(false)));
        }
    }

    private void run(Supplier<Uni<?>> work) {
        if (!stopped) {
            work.get()
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warnf("the ledger is looked at again later: %s", failure));
        }
    }

    private static void tell(List<LedgerChecker.Finding> findings) {
        findings.stream()
                .limit(MAX_TOLD)
                .forEach(finding -> LOG.errorf(
                        "the ledger of ratings does not fit: %s at %d, %s",
                        finding.kind(), finding.index(), finding.what()));
        if (findings.size() > MAX_TOLD) {
            LOG.errorf("the ledger of ratings does not fit in %d places more", findings.size() - MAX_TOLD);
        }
    }
}
