package vn.motcua.dossier;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.motcua.agency.Agencies;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.DossierCode;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.Vietnam;

/** Who looked at a dossier: for its owner to read, and forgotten when the time is up. */
@Singleton
class Accesses {
    private static final Logger LOG = Logger.getLogger(Accesses.class);
    private static final Duration FORGET_EVERY = Duration.ofHours(6);

    private final AccessStore store;
    private final DossierQueries queries;
    private final Agencies agencies;

    Accesses(AccessStore store, DossierQueries queries, Agencies agencies) {
        this.store = store;
        this.queries = queries;
        this.agencies = agencies;
    }

    /** Deleting the same rows from two replicas at once does no harm: the second finds nothing. */
    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(
                FORGET_EVERY.toMillis(),
                timer -> store.forgetOld()
                        .subscribe()
                        .with(
                                forgotten -> LOG.debugf("%d old accesses forgotten", forgotten),
                                failure -> LOG.warn("old accesses were not forgotten; tried again later", failure)));
    }

    /** The log of one's own dossier, latest first. */
    Uni<Page<AccessEntry>> ofOwner(String typedCode, UUID personKey, int limit, String cursor, Language language) {
        var place = LatestFirst.of(cursor);
        var code = DossierCode.parse(typedCode).map(DossierCode::value).orElse("-");
        return queries.ofPerson(code, personKey)
                .map(found -> found.orElseThrow(Lookups::notFound).code())
                .chain(own -> store.page(own, place.time(), place.number(), limit + 1))
                .map(rows -> {
                    var page = Page.of(rows, limit, row -> LatestFirst.after(row.at(), row.id()));
                    return new Page<>(
                            page.items().stream()
                                    .map(row -> entry(row, language))
                                    .toList(),
                            page.nextCursor());
                });
    }

    private AccessEntry entry(AccessStore.Seen seen, Language language) {
        var access = seen.access();
        return new AccessEntry(
                Vietnam.time(seen.at()),
                access.role(),
                access.role().label().in(language),
                access.agency() == null ? null : new AgencyRef(access.agency(), agencies.name(access.agency())),
                access.position(),
                access.purpose(),
                access.purpose().label().in(language),
                seen.networks());
    }

    /** A place in a list by time and number. */
    private record LatestFirst(OffsetDateTime time, long number) {
        private static final long MICROS = 1_000_000;
        private static final OffsetDateTime END = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, Vietnam.OFFSET);

        static LatestFirst of(String cursor) {
            return Cursor.decode(cursor, "cursor", 2)
                    .map(keys -> {
                        long micros = Math.clamp(keys.number(0, "cursor"), 0, END.toEpochSecond() * MICROS);
                        var instant = Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000);
                        return new LatestFirst(instant.atOffset(Vietnam.OFFSET), keys.number(1, "cursor"));
                    })
                    .orElse(new LatestFirst(END, 0));
        }

        static Cursor after(OffsetDateTime time, long number) {
            return Cursor.of(time.toEpochSecond() * MICROS + time.getNano() / 1_000, number);
        }
    }
}
