package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import vn.motcua.dossier.DossierChange;
import vn.motcua.dossier.DossierChanges;

/**
 * Gives committed changes their places in the feeds of the firms that they concern. One replica at a time, under a lock that
 * lasts until the places are committed; whoever is killed in between leaves the changes where they were.
 */
@Singleton
class FeedSequencer {
    private final Pool pool;
    private final DossierChanges changes;
    private final FeedStore feed;
    private final OrganisationConfig config;

    FeedSequencer(Pool pool, DossierChanges changes, FeedStore feed, OrganisationConfig config) {
        this.pool = pool;
        this.changes = changes;
        this.feed = feed;
        this.config = config;
    }

    /** Whether there may be more to do at once. */
    Uni<Boolean> step() {
        return changes.waiting()
                .chain(waiting -> waiting
                        ? inOrder(config.feed().batch())
                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> inOrder(int most) {
        return pool.withTransaction(tx -> feed.tryLock(tx).chain(mine -> {
            if (!mine) {
                return Uni.createFrom().item(false);
            }
            return changes.take(tx, most).chain(taken -> {
                var entries = entries(taken);
                var appended = entries.isEmpty() ? Uni.createFrom().voidItem() : feed.append(tx, entries);
                return appended.replaceWith(taken.size() == most);
            });
        }));
    }

    private static JsonArray entries(List<DossierChange> changes) {
        var entries = new JsonArray();
        for (var change : changes) {
            var body = body(change);
            for (var party : change.parties()) {
                entries.add(new JsonObject()
                        .put("organisation", party)
                        .put("kind", kind(change).name())
                        .put("dossierCode", change.dossierCode())
                        .put("body", body));
            }
        }
        return entries;
    }

    private static FeedEntry.Kind kind(DossierChange change) {
        return switch (change.kind()) {
            case CHANGED -> FeedEntry.Kind.DOSSIER_CHANGED;
            case GONE -> FeedEntry.Kind.DOSSIER_GONE;
        };
    }

    private static JsonObject body(DossierChange change) {
        var body = new JsonObject();
        put(body, "status", change.status());
        put(body, "procedureCode", change.procedureCode());
        put(body, "agency", change.agency());
        put(body, "receivedAt", change.receivedAt());
        put(body, "dueAt", change.dueAt());
        put(body, "endedAt", change.endedAt());
        put(body, "clockState", change.clockState());
        put(body, "changedAt", change.at());
        return body;
    }

    private static void put(JsonObject body, String name, Object value) {
        if (value != null) {
            body.put(name, value.toString());
        }
    }
}
