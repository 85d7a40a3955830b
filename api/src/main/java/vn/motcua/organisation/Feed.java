package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.motcua.dossier.ClockState;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.openapi.Language;

/** A firm's feed as it is read: every change of every dossier that it holds or watches, once and in order. */
@Singleton
class Feed {
    private static final String PARAMETER = "after";

    /** Instead of a cursor: behind everything that there is. */
    private static final String NOW = "now";

    private final FeedStore store;
    private final FeedCursor cursors;
    private final FeedBell bell;

    /** @param after null: from the oldest entry that is kept */
    record Wish(String organisation, String after, int limit, Language language) {}

    Feed(FeedStore store, FeedCursor cursors, FeedBell bell) {
        this.store = store;
        this.cursors = cursors;
        this.bell = bell;
    }

    Uni<FeedPage> read(Wish wish) {
        if (NOW.equals(wish.after())) {
            return store.read(wish.organisation(), Long.MAX_VALUE, 1).map(read -> page(wish, read));
        }
        var place = wish.after() == null || wish.after().isEmpty()
                ? null
                : cursors.decode(wish.organisation(), wish.after(), PARAMETER);
        return store.read(wish.organisation(), place == null ? null : place.position(), wish.limit() + 1)
                .invoke(read -> {
                    if (place != null) {
                        FeedCursor.requireKept(place, read.epoch(), read.purged(), read.latest());
                    }
                })
                .map(read -> page(wish, read));
    }

    /** When there is nothing yet, answers as soon as there is, at the latest after {@code wait}. */
    Uni<FeedPage> read(Wish wish, Duration wait) {
        // The bell first: what comes between the look and the waiting has rung it.
        var ring = bell.next(wish.organisation());
        return read(wish)
                .chain(page -> {
                    if (!page.items().isEmpty() || NOW.equals(wish.after())) {
                        return Uni.createFrom().item(page);
                    }
                    return Uni.createFrom()
                            .completionStage(ring)
                            .ifNoItem()
                            .after(wait)
                            .recoverWithItem((Void) null)
                            .chain(() -> read(wish));
                })
                .onTermination()
                .invoke(() -> bell.forget(wish.organisation(), ring));
    }

    /** An empty page moves on to where all feeds stand, so that the cursor of a quiet firm does not grow old. */
    private FeedPage page(Wish wish, FeedStore.Read read) {
        boolean more = read.entries().size() > wish.limit();
        var entries = more ? read.entries().subList(0, wish.limit()) : read.entries();
        long position = more ? entries.getLast().position() : read.latest();
        return new FeedPage(
                entries.stream().map(entry -> entry(entry, wish.language())).toList(),
                cursors.encode(wish.organisation(), new FeedCursor.Place(read.epoch(), position)),
                more);
    }

    private static FeedEntry entry(FeedStore.Stored stored, Language language) {
        var webhook = stored.body().getString("webhookId");
        return new FeedEntry(
                stored.id(),
                stored.kind(),
                stored.at(),
                stored.dossierCode() == null ? null : dossier(stored.dossierCode(), stored.body(), language),
                webhook == null ? null : UUID.fromString(webhook));
    }

    private static FeedDossier dossier(String code, JsonObject body, Language language) {
        var status = body.containsKey("status") ? DossierStatus.valueOf(body.getString("status")) : null;
        var clock = body.getString("clockState");
        return new FeedDossier(
                code,
                status,
                status == null ? null : status.label().in(language),
                body.getString("procedureCode"),
                body.getString("agency"),
                time(body, "receivedAt"),
                time(body, "dueAt"),
                time(body, "endedAt"),
                clock == null ? null : ClockState.valueOf(clock),
                time(body, "changedAt"));
    }

    private static OffsetDateTime time(JsonObject body, String name) {
        var text = body.getString(name);
        return text == null ? null : OffsetDateTime.parse(text);
    }
}
