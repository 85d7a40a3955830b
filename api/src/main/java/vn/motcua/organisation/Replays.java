package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.UUID;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** Sends once more: everything behind a place in the feed, or one message that was given up. */
@Singleton
class Replays {
    private final Pool pool;
    private final Webhooks webhooks;
    private final ReplayStore store;
    private final FeedStore feed;
    private final FeedCursor cursors;
    private final AuditStore audit;

    Replays(Pool pool, Webhooks webhooks, ReplayStore store, FeedStore feed, FeedCursor cursors, AuditStore audit) {
        this.pool = pool;
        this.webhooks = webhooks;
        this.store = store;
        this.feed = feed;
        this.cursors = cursors;
        this.audit = audit;
    }

    /** What waits already is not queued twice. */
    Uni<ReplayResult> replay(Acting who, UUID id, ReplayInput input) {
        if (input == null || input.after() == null) {
            throw ProblemException.invalid("/after", "Bắt buộc phải có.", "Required.");
        }
        var place = cursors.decode(who.organisation(), input.after(), "/after");
        return webhooks.stored(who, id)
                .chain(() -> feed.read(who.organisation(), place.position(), 1))
                .invoke(read -> FeedCursor.requireKept(place, read.epoch(), read.purged(), read.latest()))
                .chain(() -> pool.withTransaction(tx -> store.replay(tx, id, who.organisation(), place.position())
                        .call(() -> audit.write(tx, who, AuditEntry.Action.WEBHOOK_REPLAYED, id.toString()))))
                .map(replayed -> new ReplayResult(
                        replayed.queued(),
                        replayed.wanted() < ReplayStore.MOST
                                ? null
                                : cursors.encode(
                                        who.organisation(), new FeedCursor.Place(place.epoch(), replayed.last()))));
    }

    Uni<Page<UndeliveredMessage>> deadLetters(Acting who, UUID id, int limit, String cursor) {
        long after = Cursor.decode(cursor, "cursor", 1)
                .map(keys -> keys.number(0, "cursor"))
                .orElse(0L);
        return webhooks.stored(who, id)
                .chain(() -> store.deadLetters(id, after, limit + 1))
                .map(rows -> Page.of(rows, limit, row -> Cursor.of(row.position())))
                .map(page -> new Page<>(
                        page.items().stream().map(ReplayStore.Placed::letter).toList(), page.nextCursor()));
    }

    Uni<Void> resend(Acting who, UUID id, UUID entry) {
        return webhooks.stored(who, id)
                .chain(() -> pool.withTransaction(tx -> store.resend(tx, id, entry)
                        .invoke(found -> {
                            if (!found) {
                                throw ProblemException.of(
                                        ProblemType.DEAD_LETTER_NOT_FOUND,
                                        "Không có tin này trong danh sách chưa gửi được.",
                                        "There is no such message among the dead letters.");
                            }
                        })
                        .chain(() -> audit.write(tx, who, AuditEntry.Action.WEBHOOK_RESENT, id + " " + entry))));
    }
}
