package vn.motcua.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Written by hand, and still the same as java.time. */
class IsoTimeTest {
    private static final Random RANDOM = new Random(20261126);

    @Test
    void anyTimeIsWrittenAndReadAsJavaTimeDoes() {
        for (int i = 0; i < 20_000; i++) {
            var time = anyTime();
            var text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
            assertEquals(text, IsoTime.format(time));
            assertEquals(time, IsoTime.parse(text));
            assertEquals(time, IsoTime.parse(time.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-20",
                "2026-13-20T08:15:00+07:00",
                "2026-02-30T08:15:00+07:00",
                "2026-11-20T24:15:00+07:00",
                "2026-11-20T08:15:60+07:00",
                "2026-11-2xT08:15:00+07:00",
                "2026/11/20T08:15:00+07:00",
                "2026-11-20 08:15:00+07:00",
                "2026-11-20T08:15.00+07:00",
                "+026-11-20T08:15:00+07:00"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThrows(DateTimeParseException.class, () -> OffsetDateTime.parse(text));
        assertThrows(DateTimeParseException.class, () -> IsoTime.parse(text));
    }

    @Test
    void jsonShowsEveryTimeInVietnam() throws JsonProcessingException {
        var json = StrictJson.configure(new ObjectMapper().registerModule(new JavaTimeModule()));
        assertEquals(
                "\"2026-11-20T08:15:00+07:00\"", json.writeValueAsString(OffsetDateTime.parse("2026-11-20T01:15:00Z")));
        assertEquals(
                "\"1974-12-31T17:00:00+08:00\"", json.writeValueAsString(OffsetDateTime.parse("1974-12-31T09:00:00Z")));
    }

    private static OffsetDateTime anyTime() {
        var instant = Instant.ofEpochSecond(
                RANDOM.nextLong(-70_000_000_000L, 300_000_000_000L),
                RANDOM.nextInt(3) == 0 ? RANDOM.nextInt(1_000_000_000) : 0);
        if (RANDOM.nextInt(3) == 0) {
            instant = Instant.ofEpochSecond(instant.getEpochSecond() / 60 * 60);
        }
        return instant.atOffset(
                RANDOM.nextBoolean() ? Vietnam.OFFSET : ZoneOffset.ofTotalSeconds(RANDOM.nextInt(-3600, 36_000)));
    }
}
