package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** One release for phones: the change feed, and the pack that is written when the first phone asks for it. */
final class Pocket {
    private final CatalogueSnapshot snapshot;
    private final ChangeFeed feed;
    private final OfflineLists lists;
    private final ObjectMapper json;
    private final Uni<CataloguePack> pack;

    Pocket(CatalogueSnapshot snapshot, ObjectMapper json) {
        this.snapshot = snapshot;
        this.json = json;
        this.feed = new ChangeFeed(snapshot.shelf().history());
        this.lists = OfflineLists.of(snapshot);
        this.pack = Uni.createFrom()
                .item(() -> new PackWriter(json).write(snapshot.shelf(), lists))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .memoize()
                .indefinitely();
    }

    boolean isOf(CatalogueSnapshot other) {
        return snapshot == other;
    }

    ReleaseHistory history() {
        return snapshot.shelf().history();
    }

    Uni<CataloguePack> pack() {
        return pack;
    }

    CatalogueChangePage changes(FeedCursor from, int limit) {
        return feed.page(from, limit, this::offline, () -> lists);
    }

    private OfflineProcedure offline(String code) {
        return OfflineProcedure.of(snapshot.shelf().record(code).orElseThrow().procedure(json));
    }
}
