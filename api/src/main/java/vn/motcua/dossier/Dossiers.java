package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;

/** Takes what one-stop systems report and keeps every dossier as its events say. */
@Singleton
class Dossiers {
    private final DossierStore store;
    private final EventMonths months;
    private final EventSeal seal;
    private final Refolding refolding;
    private final DossierNews news;
    private final Urgency urgency;
    private final ReturnCounts returns;
    private final Papers papers;

    /** A dossier folded again, beside what it kept and what follows from it. */
    record Refolded(Folded dossier, Standing before, Standing.Pinned pinned, DueDates.Dates dates) {}

    Dossiers(
            DossierStore store,
            EventMonths months,
            EventSeal seal,
            Refolding refolding,
            DossierNews news,
            Urgency urgency,
            ReturnCounts returns,
            Papers papers) {
        this.store = store;
        this.months = months;
        this.seal = seal;
        this.refolding = refolding;
        this.news = news;
        this.urgency = urgency;
        this.returns = returns;
        this.papers = papers;
    }

    /** Events, dossiers, notices and tickets are committed together or not at all; then the answer is given. */
    Uni<Taken> take(String source, List<CheckedEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(Taken.NOTHING);
        }
        return months.prepare(events)
                .chain(() -> onWorker(() -> new EventRows(source, events, seal)))
                .chain(rows -> store.inTransaction(tx -> take(tx, rows, events.size())))
                .call(papers::check)
                .map(Batch::taken);
    }

    private Uni<Batch> take(SqlConnection tx, EventRows rows, int sent) {
        return store.append(tx, rows).chain(appended -> {
            var batch = new Batch(rows, sent, appended);
            return used(tx, batch)
                    .chain(() -> appended.ids().isEmpty()
                            ? Uni.createFrom().voidItem()
                            : refolding
                                    .settle(tx, batch)
                                    .invoke(batch::written)
                                    .call(written -> news.send(tx, urgency.marked(written.told(), batch.respondBy())))
                                    .chain(() -> returns.raise(tx, batch.returns())))
                    .replaceWith(batch);
        });
    }

    /** Only where something was not new: which ids were used for something else before. */
    private Uni<Void> used(SqlConnection tx, Batch batch) {
        var open = batch.notAppended();
        return open.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.contents(tx, open).invoke(batch::compare).replaceWithVoid();
    }

    /** Work that would hold up the event loop. */
    static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
