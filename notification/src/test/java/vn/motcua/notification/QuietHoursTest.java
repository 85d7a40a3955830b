package vn.motcua.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Vietnam;

class QuietHoursTest {
    private final QuietHours night = hours("22:00", "06:30", Vietnam.ZONE);

    @Test
    void nightGoesOverMidnight() {
        assertEquals(Duration.ZERO, night.left(at("2026-11-26T21:59:59+07:00")));
        assertEquals(Duration.ofMinutes(510), night.left(at("2026-11-26T22:00:00+07:00")));
        assertEquals(Duration.ofMinutes(30), night.left(at("2026-11-27T06:00:00+07:00")));
        assertEquals(Duration.ZERO, night.left(at("2026-11-27T06:30:00+07:00")));
    }

    @Test
    void noonRestStaysWithinTheDay() {
        var noon = hours("11:30", "13:30", Vietnam.ZONE);
        assertEquals(Duration.ofHours(2), noon.left(at("2026-11-26T11:30:00+07:00")));
        assertEquals(Duration.ZERO, noon.left(at("2026-11-26T13:30:00+07:00")));
        assertEquals(Duration.ZERO, noon.left(at("2026-11-26T03:00:00+07:00")));
    }

    @Test
    void hoursAreThoseOfThePlaceWhereThePersonLives() {
        var berlin = hours("22:00", "06:30", ZoneId.of("Europe/Berlin"));
        assertEquals(Duration.ZERO, berlin.left(at("2026-11-26T22:30:00+07:00")));
        assertEquals(Duration.ofHours(1), berlin.left(at("2026-11-27T05:30:00+01:00")));
    }

    @Test
    void nightOfTheClockChangeEndsAtTheHourThatTheClockShows() {
        // Clocks went forward at 02:00 on 29 March 2026: the night has an hour less.
        var berlin = hours("22:00", "06:00", ZoneId.of("Europe/Berlin"));
        assertEquals(Duration.ofHours(7), berlin.left(at("2026-03-28T22:00:00+01:00")));
        // 02:30 does not exist in that night; the end comes as soon as it is past.
        var gap = hours("22:00", "02:30", ZoneId.of("Europe/Berlin"));
        assertTrue(gap.left(at("2026-03-29T01:59:00+01:00")).compareTo(Duration.ofMinutes(31)) <= 0);
    }

    @Test
    void whatIsHeldBackIsHeldToAMomentThatIsNotQuiet() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (int i = 0; i < 5_000; i++) {
            var from = LocalTime.of(random.nextInt(24), random.nextInt(60));
            var to = from.plusMinutes(1 + random.nextInt((int) QuietHours.LONGEST.toMinutes()));
            var hours = new QuietHours(from, to, ZoneId.of(zones.get(random.nextInt(zones.size()))));
            var now = Instant.ofEpochSecond(1_767_225_600L + random.nextInt(365 * 86_400));
            var left = hours.left(now);
            var seen = hours + " at " + now + ", seed " + seed;
            // Where clocks go back over the end, the quiet hour comes twice: one more hold at most.
            var after = now.plus(left);
            assertEquals(Duration.ZERO, hours.left(after.plus(hours.left(after))), seen);
            assertTrue(left.compareTo(QuietHours.LONGEST.plusHours(25)) < 0, seen);
        }
    }

    private static QuietHours hours(String from, String to, ZoneId zone) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), zone);
    }

    private static Instant at(String time) {
        return java.time.OffsetDateTime.parse(time).toInstant();
    }
}
