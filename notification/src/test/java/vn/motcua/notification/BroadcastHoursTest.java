package vn.motcua.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BroadcastHoursTest {
    private static final BroadcastHours BY_DAY = hours("08:00", "20:00");

    @Test
    void insideTheHoursItIsOpenAtOnce() {
        assertEquals(at("2026-11-26T08:00"), BY_DAY.open(at("2026-11-26T08:00")));
        assertEquals(at("2026-11-26T19:59"), BY_DAY.open(at("2026-11-26T19:59")));
    }

    @Test
    void outsideTheNextMorningIsAwaited() {
        assertEquals(at("2026-11-26T08:00"), BY_DAY.open(at("2026-11-26T07:59")));
        assertEquals(at("2026-11-27T08:00"), BY_DAY.open(at("2026-11-26T20:00")));
        assertEquals(at("2027-01-01T08:00"), BY_DAY.open(at("2026-12-31T23:59")));
    }

    @Test
    void timeIsCountedOverNights() {
        assertEquals(at("2026-11-26T10:00"), BY_DAY.after(at("2026-11-26T08:00"), Duration.ofHours(2)));
        assertEquals(at("2026-11-28T09:00"), BY_DAY.after(at("2026-11-26T19:00"), Duration.ofHours(14)));
        assertEquals(at("2026-11-27T08:00"), BY_DAY.after(at("2026-11-26T19:00"), Duration.ofHours(1)));
    }

    @Test
    void hoursThatEndBeforeTheyBeginAreNone() {
        assertThrows(IllegalArgumentException.class, () -> hours("20:00", "08:00"));
    }

    @Test
    void shortDelayIsMadeUpForAndALongOneIsNot() {
        var minute = Duration.ofMinutes(1);
        assertEquals(
                at("2026-11-26T09:01"),
                due("2026-11-26T09:00", "2026-11-26T09:00", minute).next());
        var late = due("2026-11-26T09:00", "2026-11-26T11:00", minute);
        assertEquals(at("2026-11-26T11:00").minusSeconds(2), late.next());
        assertEquals(
                at("2026-11-27T08:00"),
                due("2026-11-26T19:59", "2026-11-26T19:59", minute).next());
        assertEquals(
                at("2026-11-27T08:00"),
                due("2026-11-26T19:59", "2026-11-26T22:00", minute).opens());
    }

    private static BroadcastSliceStore.Due due(String planned, String now, Duration interval) {
        return new BroadcastSliceStore.Due(new UUID(0, 1), at(planned), interval, BY_DAY, at(now));
    }

    private static BroadcastHours hours(String from, String to) {
        return new BroadcastHours(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+07:00").toInstant();
    }
}
