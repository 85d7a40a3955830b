package vn.motcua.notification;

import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Times are shown as Vietnam's clocks show them. */
final class VietnamTime {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private VietnamTime() {}

    static OffsetDateTime of(OffsetDateTime time) {
        return time.atZoneSameInstant(ZONE).toOffsetDateTime();
    }
}
