package vn.motcua.organisation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.DossierWatches;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** The list of dossiers of others that a firm follows. */
@Singleton
class Watchlists {
    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(30);
    private static final int BLANK_LINES_TOO = 2;

    private final Pool pool;
    private final DossierWatches watches;
    private final WatchBatch batch;
    private final UploadStore uploads;
    private final AuditStore audit;
    private final ObjectMapper json;
    private final OrganisationConfig.Watchlist limits;

    Watchlists(
            Pool pool,
            DossierWatches watches,
            WatchBatch batch,
            UploadStore uploads,
            AuditStore audit,
            ObjectMapper json,
            OrganisationConfig config) {
        this.pool = pool;
        this.watches = watches;
        this.batch = batch;
        this.uploads = uploads;
        this.audit = audit;
        this.json = json;
        this.limits = config.watchlist();
    }

    Uni<Page<WatchedDossier>> page(Acting who, int limit, String cursor) {
        var after = Cursor.decode(cursor, "cursor", 1).map(keys -> keys.key(0)).orElse("");
        return watches.page(who.holder(), after, limit + 1)
                .map(rows -> Page.of(rows, limit, row -> Cursor.of(row.dossierCode())))
                .map(page -> new Page<>(
                        page.items().stream()
                                .map(row -> new WatchedDossier(row.dossierCode(), row.addedAt()))
                                .toList(),
                        page.nextCursor()));
    }

    /**
     * Reads the body as it comes in and judges it batch by batch; what was judged stays, whatever follows. Blocks. A list is
     * replaced only when the whole file was read: a connection that breaks removes nothing.
     */
    WatchReport upload(Acting who, WatchMode mode, InputStream body, boolean ndjson) {
        var upload = UUID.randomUUID();
        await(uploads.claim(who.organisation(), upload));
        try {
            var report = new WatchReport();
            read(who, mode, new WatchReader(body, json, ndjson), upload, report);
            if (report.judged() == report.count(WatchResult.MALFORMED)) {
                throw unreadable();
            }
            await(pool.withTransaction(tx -> uploads.hold(tx, who.organisation(), upload)
                    .chain(() -> mode == WatchMode.REPLACE && !report.isTruncated()
                            ? watches.removeOthers(tx, who.holder(), upload)
                            : Uni.createFrom().item(0))
                    .invoke(report::cleared)
                    .call(() -> audit.write(
                            tx, who, AuditEntry.Action.WATCHLIST_UPLOADED, mode + ": " + report.summary()))));
            return report;
        } finally {
            await(uploads.release(who.organisation(), upload));
        }
    }

    private void read(Acting who, WatchMode mode, WatchReader reader, UUID upload, WatchReport report) {
        long held = await(watches.count(who.holder()));
        long taken = mode == WatchMode.REPLACE ? 0 : held;
        var lines = new ArrayList<WatchReader.Line>();
        for (var line = next(reader); line != null; line = next(reader)) {
            if (report.judged() + lines.size() >= limits.most() || line.number() > limits.most() * BLANK_LINES_TOO) {
                report.truncate();
                break;
            }
            lines.add(line);
            if (lines.size() == limits.batch()) {
                taken += judge(who, mode, lines, upload, room(mode, held, taken, report), report);
                lines.clear();
            }
        }
        if (!lines.isEmpty()) {
            judge(who, mode, lines, upload, room(mode, held, taken, report), report);
        }
    }

    /** Old and new stand side by side until a whole file was read: never more than two lists, however often one breaks off. */
    private long room(WatchMode mode, long held, long taken, WatchReport report) {
        long stored = (mode == WatchMode.REPLACE ? 2L : 1L) * limits.most() - held - report.count(WatchResult.WATCHED);
        return Math.min(limits.most() - taken, stored);
    }

    /** Answers how many places of the list are taken now that were not before. */
    private int judge(
            Acting who, WatchMode mode, List<WatchReader.Line> lines, UUID upload, long room, WatchReport report) {
        var readable = lines.stream().flatMap(line -> line.content().stream()).toList();
        var asked = new WatchBatch.Asked(who.holder(), upload, readable, room);
        var results = await(mode == WatchMode.REMOVE ? batch.remove(asked) : batch.add(asked))
                .iterator();
        int taken = 0;
        for (var line : lines) {
            var result = line.content().isEmpty() ? WatchResult.MALFORMED : results.next();
            report.add(line.number(), result);
            boolean stays = mode == WatchMode.REPLACE && result == WatchResult.ALREADY_WATCHED;
            taken += result == WatchResult.WATCHED || stays ? 1 : 0;
        }
        return taken;
    }

    private static WatchReader.Line next(WatchReader reader) {
        try {
            return reader.next();
        } catch (IOException cut) {
            throw ProblemException.of(
                    ProblemType.MALFORMED_BODY,
                    "Tệp không đến trọn vẹn. Các dòng đã nhận vẫn được giữ; hãy gửi lại.",
                    "The file did not arrive whole. What was read is kept; send it again.");
        }
    }

    private static ProblemException unreadable() {
        return ProblemException.of(
                ProblemType.MALFORMED_BODY,
                "Không đọc được dòng nào. Mỗi dòng là mã hồ sơ, sau dấu phẩy là mã tra cứu (CSV), hoặc một đối tượng JSON.",
                "No line can be read. A line is a dossier code and, behind a comma, its secret (CSV), or a JSON object.");
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(DATABASE_LIMIT);
    }
}
