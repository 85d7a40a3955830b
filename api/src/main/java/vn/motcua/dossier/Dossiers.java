package vn.motcua.dossier;

import static java.util.stream.Collectors.groupingBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Takes what one-stop systems report and keeps every dossier as its events say. */
@Singleton
class Dossiers {
    private final DossierStore store;
    private final EventSeal seal;
    private final DueDates dueDates;
    private final DossierNews news;

    /** How many events were new, how many were known, how many of the new ones do not follow from the one before. */
    record Taken(int accepted, int duplicates, int flagged) {
        static final Taken NOTHING = new Taken(0, 0, 0);
    }

    /** A dossier folded again, beside what it kept and what follows from it. */
    record Refolded(Folded dossier, Standing before, Standing.Pinned pinned, DueDates.Dates dates) {}

    Dossiers(DossierStore store, EventSeal seal, DueDates dueDates, DossierNews news) {
        this.store = store;
        this.seal = seal;
        this.dueDates = dueDates;
        this.news = news;
    }

    /** Events, dossiers, notices and tickets are committed together or not at all; then the answer is given. */
    Uni<Taken> take(String source, List<CheckedEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(Taken.NOTHING);
        }
        return onWorker(() -> new EventRows(source, events, seal))
                .chain(rows -> store.inTransaction(tx -> take(tx, rows, events.size())));
    }

    private Uni<Taken> take(SqlConnection tx, EventRows rows, int sent) {
        return store.append(tx, rows).chain(appended -> {
            int accepted = appended.ids().size();
            if (accepted == 0) {
                return Uni.createFrom().item(new Taken(0, sent, 0));
            }
            return store.lock(tx, appended.codes())
                    .chain(before -> store.events(tx, appended).chain(events -> onWorker(() -> refold(events, before))))
                    .chain(dossiers -> keep(tx, dossiers)
                            .replaceWith(() -> new Taken(accepted, sent - accepted, flagged(dossiers))));
        });
    }

    private List<Refolded> refold(List<StoredEvent> events, Map<String, Standing> before) {
        return events.stream().collect(groupingBy(StoredEvent::dossierCode)).values().stream()
                .map(DossierFold::fold)
                .map(dossier -> {
                    var standing = before.get(dossier.code());
                    var pinned = dueDates.pin(dossier, standing.pinned());
                    return new Refolded(dossier, standing, pinned, dueDates.dates(dossier, pinned));
                })
                .toList();
    }

    private Uni<Void> keep(SqlConnection tx, List<Refolded> dossiers) {
        var told = news.of(dossiers);
        var rows = new JsonArray();
        for (var d : dossiers) {
            var offered = d.before().ratingOffered()
                    || told.offered().contains(d.dossier().code());
            var invited = d.before().ratingTold()
                    || told.invited().contains(d.dossier().code());
            rows.add(DossierRows.json(d.dossier(), d.pinned(), d.dates(), offered, invited));
        }
        return store.save(tx, rows).chain(() -> news.send(tx, told));
    }

    private static int flagged(List<Refolded> dossiers) {
        return dossiers.stream().mapToInt(d -> d.dossier().freshFlags()).sum();
    }

    /** Work that would hold up the event loop. */
    private static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
