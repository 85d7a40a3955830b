package vn.motcua.feedback;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code PAKN.20261126.0012}: the day of sending and a number of that day, with more digits from 10,000 on. */
record FeedbackCode(LocalDate day, int number) {
    private static final Pattern FORM = Pattern.compile("PAKN\\.(\\d{8})\\.(\\d{4,9})");
    private static final int FOUR_DIGITS = 10_000;

    String value() {
        return "PAKN.%s.%04d".formatted(day.format(DateTimeFormatter.BASIC_ISO_DATE), number);
    }

    /** Only as we write them: no padding beyond four digits, no day that is none. */
    static Optional<FeedbackCode> parse(String text) {
        if (text == null || text.length() > 60) {
            return Optional.empty();
        }
        var match = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(match.group(1), DateTimeFormatter.BASIC_ISO_DATE);
            int number = Integer.parseInt(match.group(2));
            boolean padded = match.group(2).length() > 4 && number < FOUR_DIGITS;
            return padded || number == 0 ? Optional.empty() : Optional.of(new FeedbackCode(day, number));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
