package vn.motcua.satisfaction;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The calendar that tickets and months follow. */
final class Vietnam {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Vietnam() {}

    static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }
}
