package vn.motcua.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The calendar of the migration, for tests without a database: they count with what the service counts with. */
public final class Days {
    private static final Pattern DAY = Pattern.compile("\\('(\\d{4}-\\d\\d-\\d\\d)', '([A-Z_]+)'");

    private Days() {}

    public static Map<LocalDate, Boolean> exceptions() {
        var days = new HashMap<LocalDate, Boolean>();
        var match = DAY.matcher(sql());
        while (match.find()) {
            days.put(LocalDate.parse(match.group(1)), match.group(2).equals("SWAP_WORKED"));
        }
        return days;
    }

    public static WorkingCalendar calendar() {
        return new WorkingCalendar(Set.of(2024, 2025, 2026, 2027), exceptions());
    }

    /** The same with usual office hours, as of the first revision. */
    public static WorkingTime time() {
        return new WorkingTime(1, calendar(), OfficeBook.NONE);
    }

    /** The same, but H44 closes half an hour earlier and takes what is to be done on the same day until 16:00. */
    public static WorkingTime ownHours() {
        var hours = new OfficeRule("H44", null, null, "07:30", "11:30", "13:30", "16:30", null);
        var sameDay = new OfficeRule(null, "1.001193", null, null, null, null, null, "16:00");
        return new WorkingTime(1, calendar(), new OfficeBook(List.of(sameDay, hours)));
    }

    /** As if the proposed swap of November 2026 had been decided. */
    public static WorkingCalendar withProposedSwap() {
        var days = exceptions();
        days.put(LocalDate.of(2026, 11, 23), false);
        days.put(LocalDate.of(2026, 11, 28), true);
        return new WorkingCalendar(Set.of(2024, 2025, 2026, 2027), days);
    }

    private static String sql() {
        var name = "/db/migration/calendar/V0201__days_2024_to_2027.sql";
        try (var in = Days.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
