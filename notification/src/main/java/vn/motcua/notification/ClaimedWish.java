package vn.motcua.notification;

import io.vertx.mutiny.sqlclient.Row;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.motcua.openapi.Text;
import vn.motcua.openapi.Vietnam;

/** What the person of a claimed push wants. Whatever is in doubt, the push is neutral. */
final class ClaimedWish {
    private static final Logger LOG = Logger.getLogger(ClaimedWish.class);

    private ClaimedWish() {}

    /** How long the person's quiet hours last from now on. */
    static Duration quiet(Row row) {
        var from = row.getLocalTime("quiet_from");
        if (from == null) {
            return Duration.ZERO;
        }
        var hours = new QuietHours(from, row.getLocalTime("quiet_to"), zone(row.getString("zone")));
        return hours.left(row.getOffsetDateTime("now").toInstant());
    }

    /** A zone that this program's time-zone data no longer has must not wake anybody, nor stop the others' pushes. */
    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return Vietnam.ZONE;
        }
    }

    static PushText text(Row row) {
        var kind = Notice.Kind.valueOf(row.getString("kind"));
        return fullText(row).map(PushText::full).orElseGet(() -> PushText.of(kind));
    }

    private static Optional<Text> fullText(Row row) {
        if (!Boolean.TRUE.equals(row.getBoolean("full_text"))) {
            return Optional.empty();
        }
        try {
            return InboxStore.wording(row).lockScreen(InboxStore.variables(row));
        } catch (RuntimeException e) {
            LOG.warnf("a push stays neutral: %s", e.getClass());
            return Optional.empty();
        }
    }
}
