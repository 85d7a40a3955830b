package vn.motcua.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfficeBookTest {
    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);
    private static final LocalDate WINTER = LocalDate.of(2026, 12, 1);

    private final OfficeBook book = new OfficeBook(List.of(
            rule("H44.07", null, null, "08:00"),
            rule("H44", null, "04-15/10-15", "07:00"),
            rule("H44", null, null, "07:15"),
            new OfficeRule(null, "2.000635", null, null, null, null, null, "14:00"),
            rule("G09", null, "11-15/02-15", "08:30")));

    @Test
    void moreSpecialRuleWins() {
        assertEquals(LocalTime.of(7, 0), opens("H44.01", SUMMER));
        assertEquals(LocalTime.of(7, 15), opens("H44.01", WINTER));
        assertEquals(LocalTime.of(8, 0), opens("H44.07.02", SUMMER));
        assertEquals(LocalTime.of(7, 30), opens("H445", SUMMER));
        assertEquals(LocalTime.of(7, 30), opens(null, SUMMER));
    }

    @Test
    void seasonMayRunAcrossNewYear() {
        assertEquals(LocalTime.of(8, 30), opens("G09.20", WINTER));
        assertEquals(LocalTime.of(8, 30), opens("G09.20", LocalDate.of(2026, 1, 10)));
        assertEquals(LocalTime.of(7, 30), opens("G09.20", SUMMER));
    }

    @Test
    void sameDayHourOfAProcedureLeavesTheHoursOfTheAgency() {
        var hours = book.hours("H44.01", "2.000635", OfficeHours.USUAL).on(SUMMER);
        assertEquals(LocalTime.of(7, 0), hours.opens());
        assertEquals(LocalTime.of(14, 0), hours.sameDayUntil());
    }

    @Test
    void wrongRulesAreNamedByTheirPlace() {
        var places = OfficeRuleCheck.errors(List.of(
                        rule("H44", null, null, "07:00"),
                        rule("h44", null, null, "07:00"),
                        rule(null, null, "15/04-15/10", "07:00"),
                        rule(null, null, null, "12:00"),
                        rule(null, null, null, "7:00"),
                        new OfficeRule("H44", null, null, null, null, null, null, null),
                        new OfficeRule(null, "khai sinh", null, null, null, null, null, "15:00")))
                .stream()
                .map(error -> error.pointer())
                .toList();
        assertEquals(
                List.of("/rules/1/agency", "/rules/2/season", "/rules/3", "/rules/4", "/rules/5", "/rules/6/procedure"),
                places);
    }

    @Test
    void nextYearIsMissedFromTheConfiguredDayOn() {
        var october = MonthDay.of(10, 1);
        var known = Set.of(2026, 2027);
        assertTrue(MissingYears.at(LocalDate.of(2026, 11, 26), october, known).isEmpty());
        assertTrue(MissingYears.at(LocalDate.of(2027, 9, 30), october, known).isEmpty());
        assertEquals(List.of(2028), MissingYears.at(LocalDate.of(2027, 10, 1), october, known));
        assertEquals(List.of(2028, 2029), MissingYears.at(LocalDate.of(2028, 12, 1), october, known));
    }

    private LocalTime opens(String agency, LocalDate day) {
        return book.hours(agency, "1.001193", OfficeHours.USUAL).on(day).opens();
    }

    private static OfficeRule rule(String agency, String procedure, String season, String opens) {
        return new OfficeRule(agency, procedure, season, opens, "11:30", "13:30", "17:00", null);
    }
}
