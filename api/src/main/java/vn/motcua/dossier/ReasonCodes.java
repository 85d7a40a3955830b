package vn.motcua.dossier;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import vn.motcua.openapi.StartOrder;
import vn.motcua.openapi.Text;

/** The list of reasons, in memory: read at start, and again every few minutes behind the answers. */
@Singleton
class ReasonCodes {
    private static final Logger LOG = Logger.getLogger(ReasonCodes.class);
    private static final Duration FIRST_READ = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMinutes(5);

    /** The list is short by its nature. */
    private static final String ALL = """
            select code, statuses, names_paper, label_vi, label_en
            from dossier.reason_code
            order by position
            limit 1000
            """;

    private final Pool pool;
    private volatile List<Entry> entries = List.of();

    /**
     * One reason.
     *
     * @param statuses the steps it may explain
     * @param namesPaper whether it is about a paper, which then has to be named
     */
    record Entry(String code, Set<DossierStatus> statuses, boolean namesPaper, Text label) {
        Entry {
            statuses = Set.copyOf(statuses);
        }
    }

    ReasonCodes(Pool pool) {
        this.pool = pool;
    }

    void start(@Observes @Priority(StartOrder.FIRST_READS) StartupEvent started, Vertx vertx) {
        refresh().await().atMost(FIRST_READ);
        vertx.setPeriodic(
                AGAIN.toMillis(),
                timer -> refresh()
                        .subscribe()
                        .with(done -> {}, failure -> LOG.warn("reasons not read again; the list stays", failure)));
    }

    List<Entry> all() {
        return entries;
    }

    Optional<Entry> find(String code) {
        return entries.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }

    private Uni<Void> refresh() {
        return pool.query(ALL)
                .execute()
                .invoke(rows -> entries = rows.stream().map(ReasonCodes::entry).toList())
                .replaceWithVoid();
    }

    private static Entry entry(Row row) {
        var statuses = EnumSet.noneOf(DossierStatus.class);
        Arrays.stream(row.getArrayOfShorts("statuses")).map(DossierRows::status).forEach(statuses::add);
        return new Entry(
                row.getString("code"),
                statuses,
                row.getBoolean("names_paper"),
                new Text(row.getString("label_vi"), row.getString("label_en")));
    }
}
