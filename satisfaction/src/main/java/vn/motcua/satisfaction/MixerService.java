package vn.motcua.satisfaction;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import vn.motcua.openapi.Vietnam;

/** When to mix: shortly after a rating, and from time to time for what time alone makes ready; tickets forget then, too. */
@Singleton
class MixerService {
    private static final Logger LOG = Logger.getLogger(MixerService.class);

    private final Mixer mixer;
    private final TicketStore tickets;
    private final Vertx vertx;
    private final SatisfactionConfig config;
    private final Set<String> rung = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile boolean stopped;

    MixerService(Mixer mixer, TicketStore tickets, Vertx vertx, SatisfactionConfig config) {
        this.mixer = mixer;
        this.tickets = tickets;
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(config.mixEvery().toMillis(), timer -> mixAll());
        vertx.setTimer(config.mixAfter().toMillis(), timer -> mixAll());
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    /** A rating of this agency was laid to rest. Those that come close together are mixed together. */
    void ring(String agency) {
        rung.add(agency);
        if (planned.compareAndSet(false, true)) {
            vertx.setTimer(config.mixAfter().toMillis(), timer -> mixRung());
        }
    }

    private void mixRung() {
        planned.set(false);
        var agencies = Set.copyOf(rung);
        rung.removeAll(agencies);
        if (!stopped && !agencies.isEmpty()) {
            mixer.mixAgencies(agencies, Vietnam.today()).subscribe().with(done -> {}, MixerService::warn);
        }
    }

    private void mixAll() {
        if (!stopped) {
            var today = Vietnam.today();
            mixer.mixAll(today).subscribe().with(done -> {}, MixerService::warn);
            tickets.forget(today.minusDays(config.forgetTicketsAfterDays()))
                    .subscribe()
                    .with(done -> {}, e -> LOG.warnf("expired tickets forget the next time: %s", e.toString()));
        }
    }

    /** Nothing is lost: what rests is mixed the next time. */
    private static void warn(Throwable failure) {
        LOG.warnf("ratings rest until the next mixing: %s", failure.toString());
    }
}
