package vn.motcua.openapi;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Times as text, by hand for the form that nearly all of them have (Vietnam's offset, whole seconds) and by {@code java.time}
 * for the rest: its formatters are a tenth of the work of a look-up.
 */
public final class IsoTime {
    private static final String VIETNAM_ID = Vietnam.OFFSET.getId();
    private static final int WITH_MINUTES = "2026-11-20T08:15".length();
    private static final int WITH_SECONDS = "2026-11-20T08:15:30".length();

    private IsoTime() {}

    /** What {@link OffsetDateTime#parse(CharSequence)} reads. */
    public static OffsetDateTime parse(String text) {
        int zone = text.length() - VIETNAM_ID.length();
        boolean usual = (zone == WITH_MINUTES || zone == WITH_SECONDS && text.charAt(16) == ':')
                && text.endsWith(VIETNAM_ID)
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':';
        if (usual) {
            try {
                return LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 5, 7),
                                number(text, 8, 10),
                                number(text, 11, 13),
                                number(text, 14, 16),
                                zone == WITH_SECONDS ? number(text, 17, 19) : 0)
                        .atOffset(Vietnam.OFFSET);
            } catch (DateTimeException notTheUsualForm) {
                return OffsetDateTime.parse(text);
            }
        }
        return OffsetDateTime.parse(text);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("no digit");
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** As {@link DateTimeFormatter#ISO_OFFSET_DATE_TIME} writes it. */
    public static String format(OffsetDateTime time) {
        int year = time.getYear();
        if (time.getNano() != 0 || year < 1000 || year > 9999) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        }
        var text = new StringBuilder(WITH_SECONDS + VIETNAM_ID.length()).append(year);
        append(text, '-', time.getMonthValue());
        append(text, '-', time.getDayOfMonth());
        append(text, 'T', time.getHour());
        append(text, ':', time.getMinute());
        append(text, ':', time.getSecond());
        return text.append(time.getOffset().getId()).toString();
    }

    private static void append(StringBuilder text, char before, int number) {
        text.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
