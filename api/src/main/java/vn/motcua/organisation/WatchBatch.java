package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.DossierHolder;
import vn.motcua.dossier.DossierWatches;

/** Judges some lines of an upload and does what they ask, in one transaction. */
@Singleton
class WatchBatch {
    private final Pool pool;
    private final DossierWatches watches;
    private final WatchLimits limits;
    private final UploadStore uploads;

    /** @param room how many more codes the list may take */
    record Asked(DossierHolder holder, UUID upload, List<WatchLine> lines, long room) {}

    WatchBatch(Pool pool, DossierWatches watches, WatchLimits limits, UploadStore uploads) {
        this.pool = pool;
        this.watches = watches;
        this.limits = limits;
        this.uploads = uploads;
    }

    /** One result for each line, in order. */
    Uni<List<WatchResult>> add(Asked asked) {
        return pool.withTransaction(tx -> uploads.hold(tx, asked.holder().key(), asked.upload())
                .chain(() -> watches.name(tx, asked.holder(), codes(asked), asked.upload()))
                .chain(named -> watches.judge(tx, asked.holder(), codes(asked))
                        .chain(judge -> limits.read(tx, asked.holder().key(), codes(asked))
                                .chain(counts -> keep(tx, asked, new Judged(asked, named, judge, counts))))));
    }

    Uni<List<WatchResult>> remove(Asked asked) {
        return pool.withTransaction(tx -> uploads.hold(tx, asked.holder().key(), asked.upload())
                .chain(() -> watches.remove(tx, asked.holder(), codes(asked)))
                .map(removed -> {
                    var left = new HashSet<>(removed);
                    return asked.lines().stream()
                            .map(line -> left.remove(line.code()) ? WatchResult.REMOVED : WatchResult.NOT_WATCHED)
                            .toList();
                }));
    }

    private Uni<List<WatchResult>> keep(SqlConnection tx, Asked asked, Judged judged) {
        return limits.write(tx, asked.holder().key(), judged.failed)
                .chain(() -> judged.added.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : watches.add(tx, asked.holder(), judged.added, asked.upload()))
                .replaceWith(judged.results);
    }

    private static LinkedHashSet<String> codes(Asked asked) {
        var codes = new LinkedHashSet<String>();
        asked.lines().forEach(line -> codes.add(line.code()));
        return codes;
    }

    /** Line by line in order, so that a code named twice is what it would be in two uploads. */
    private static final class Judged {
        private final List<WatchResult> results = new ArrayList<>();
        private final LinkedHashSet<String> added = new LinkedHashSet<>();
        private final List<String> failed = new ArrayList<>();

        Judged(Asked asked, List<String> named, DossierWatches.Judge judge, WatchLimits.Counts counts) {
            var watched = new HashSet<>(named);
            for (var line : asked.lines()) {
                results.add(
                        watched.contains(line.code())
                                ? WatchResult.ALREADY_WATCHED
                                : one(line, judge, counts, asked.room() - added.size()));
                if (results.getLast() == WatchResult.WATCHED) {
                    added.add(line.code());
                    watched.add(line.code());
                }
            }
        }

        private WatchResult one(WatchLine line, DossierWatches.Judge judge, WatchLimits.Counts counts, long room) {
            if (room <= 0) {
                return WatchResult.LIST_FULL;
            }
            boolean tries = line.secret() != null && counts.mayTry(line.code());
            if (judge.mayWatch(line.code(), tries ? line.secret() : null)) {
                return WatchResult.WATCHED;
            }
            if (line.secret() == null) {
                return WatchResult.NOT_FOUND;
            }
            if (!tries) {
                return WatchResult.TRY_LATER;
            }
            counts.failed(line.code());
            failed.add(line.code());
            return WatchResult.NOT_FOUND;
        }
    }
}
