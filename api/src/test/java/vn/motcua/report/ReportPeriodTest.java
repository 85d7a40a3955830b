package vn.motcua.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.openapi.ProblemException;

class ReportPeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11, REPORT, 2026-10-15, 2026-11-14",
        "2026-01, REPORT, 2025-12-15, 2026-01-14",
        "2026-Q3, REPORT, 2026-06-15, 2026-09-14",
        "2026-Q4, REPORT, 2026-09-15, 2026-12-14",
        "2026-H1, REPORT, 2025-12-15, 2026-06-14",
        "2026-9M, REPORT, 2025-12-15, 2026-09-14",
        "2026, REPORT, 2025-12-15, 2026-12-14",
        "2026-02, CALENDAR, 2026-02-01, 2026-02-28",
        "2028-02, CALENDAR, 2028-02-01, 2028-02-29",
        "2026-Q4, CALENDAR, 2026-10-01, 2026-12-31",
        "2026-H2, CALENDAR, 2026-07-01, 2026-12-31",
        "2026, CALENDAR, 2026-01-01, 2026-12-31",
        "2026-11-26, CALENDAR, 2026-11-26, 2026-11-26",
        "2026-W48, CALENDAR, 2026-11-23, 2026-11-29",
        "2026-W53, CALENDAR, 2026-12-28, 2027-01-03",
        "2026-W01, CALENDAR, 2025-12-29, 2026-01-04"
    })
    void namedPeriodsHaveTheirDays(String name, ReportBasis basis, LocalDate from, LocalDate to) {
        var period = ReportPeriod.of(name, basis);
        assertEquals(from, period.from());
        assertEquals(to, period.to());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "2026-Q5", "2026-13", "2026-00", "2026-H3", "2026-W00", "2027-W53", "2026-02-30"})
    void whatIsNoPeriodIsTold(String name) {
        assertThrows(ProblemException.class, () -> ReportPeriod.of(name, ReportBasis.CALENDAR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-H2", "2026-W48", "2026-11-26"})
    void theLawKnowsNoWeeksDaysOrSecondHalves(String name) {
        assertThrows(ProblemException.class, () -> ReportPeriod.of(name, ReportBasis.REPORT));
    }

    @Test
    void aDossierOfThe15thOfDecemberBelongsToTheNextYear() {
        assertEquals(
                LocalDate.of(2026, 12, 14),
                ReportPeriod.of("2026-Q4", ReportBasis.REPORT).to());
        assertEquals(
                LocalDate.of(2026, 12, 15),
                ReportPeriod.of("2027-Q1", ReportBasis.REPORT).from());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01, REPORT, 2025-12",
        "2026-11, CALENDAR, 2026-10",
        "2026-Q1, REPORT, 2025-Q4",
        "2026-Q1, CALENDAR, 2025-Q4",
        "2026-H1, CALENDAR, 2025-H2",
        "2026-H2, CALENDAR, 2026-H1",
        "2026, REPORT, 2025",
        "2026, CALENDAR, 2025",
        "2026-W01, CALENDAR, 2025-W52",
        "2026-03-01, CALENDAR, 2026-02-28"
    })
    void thePeriodBeforeJoinsWithoutAGap(String name, ReportBasis basis, String before) {
        var period = ReportPeriod.of(name, basis);
        var found = period.before().orElseThrow();
        assertEquals(before, found.name());
        assertEquals(period.from(), found.to().plusDays(1));
    }

    @Test
    void sixAndNineMonthsClosedOnThe14thFollowNoneOfTheirKind() {
        assertTrue(ReportPeriod.of("2026-H1", ReportBasis.REPORT).before().isEmpty());
        assertTrue(ReportPeriod.of("2026-9M", ReportBasis.REPORT).before().isEmpty());
    }
}
