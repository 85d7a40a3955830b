package vn.motcua.openapi;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The zone in which this service counts days and shows times: UTC+7, without daylight saving since 1976. */
public final class Vietnam {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

    private Vietnam() {}

    /** The same moment, as Vietnam's clocks show it. */
    public static OffsetDateTime time(OffsetDateTime time) {
        return time.withOffsetSameInstant(OFFSET);
    }

    public static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay().atOffset(OFFSET);
    }

    /** By the clock of the machine; where a test sets the clock, ask that one. */
    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }
}
