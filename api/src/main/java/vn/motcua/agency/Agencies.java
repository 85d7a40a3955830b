package vn.motcua.agency;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.StartOrder;
import vn.motcua.openapi.Vietnam;

/**
 * What other features may ask about agencies. Answered from memory: the lists are read at start, and again every few
 * minutes behind the answers, so that a changed list or a code that begins or ends today needs no restart.
 */
@ApplicationScoped
public class Agencies {
    private static final Logger LOG = Logger.getLogger(Agencies.class);
    private static final Duration FIRST_READ = Duration.ofSeconds(30);

    private final AgencyStore store;
    private volatile AgencyLists lists = AgencyLists.EMPTY;

    Agencies(AgencyStore store) {
        this.store = store;
    }

    /** The agency's name, or the code itself when it is not in the list (old and local codes are never refused). */
    public String name(String code) {
        return lists.names().getOrDefault(code, code);
    }

    /** Whether this code or one above it is in the list, closed ones too: an agency may have units that only it lists. */
    public boolean knows(AgencyCode code) {
        var names = lists.names();
        var one = code.value();
        for (int dot = one.length(); dot > 0; dot = one.lastIndexOf('.', dot - 1)) {
            if (names.containsKey(one.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    /** MINISTRY, PROVINCE, DEPARTMENT, COMMUNE or OTHER; of a code not in use MINISTRY, LOCAL or OTHER by its first letter. */
    public String level(String code) {
        var known = lists.levels().get(code);
        return known != null
                ? known.name()
                : code.startsWith("G") ? "MINISTRY" : code.startsWith("H") ? "LOCAL" : "OTHER";
    }

    AgencyLists lists() {
        return lists;
    }

    /** A service that cannot read its own reference lists must not look started. */
    void start(@Observes @Priority(StartOrder.FIRST_READS) StartupEvent started, Vertx vertx, AgencyConfig config) {
        refresh().await().atMost(FIRST_READ);
        vertx.setPeriodic(
                config.refresh().toMillis(),
                timer -> refresh()
                        .subscribe()
                        .with(
                                done -> {},
                                failure -> LOG.warn("agencies not read again; the lists in memory stay", failure)));
    }

    Uni<Void> refresh() {
        return store.read(LocalDate.now(Vietnam.ZONE))
                .invoke(read -> lists = read)
                .replaceWithVoid();
    }
}
