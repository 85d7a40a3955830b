package vn.motcua.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Language;

class InputsTest {
    private static final Metric PAYMENT = Metric.ONLINE_PAYMENT;
    private static final Metric STOCK = Metric.CITIZEN_DATA_CONNECTED_FORMALITY;

    @Test
    void anEntryOfTheWholePeriodIsTakenAsItIs() {
        var inputs =
                quarter(input("H44", PAYMENT, "07-01", "09-30", 5, 10), input("H44", PAYMENT, "07-01", "07-31", 1, 2));
        var found = inputs.find("H44", PAYMENT).orElseThrow();
        assertEquals(5, found.numerator());
        assertEquals(10, found.denominator());
        assertEquals(null, found.note());
    }

    @Test
    void meanDaysAreThoseOfTheSumAsItIs() {
        var score = MetricScore.of(Metric.DOSSIER_MEAN_DAYS, Figure.mean(0.4 + 0.4, 2), Language.VI);
        assertEquals(new BigDecimal("0.40"), score.ratio());
        assertEquals(1, score.numerator());
    }

    @Test
    void monthsWithoutAGapAddUpAndAGapMakesItUnknown() {
        var july = input("H44", PAYMENT, "07-01", "07-31", 1, 2);
        var august = input("H44", PAYMENT, "08-01", "08-31", 2, 3);
        var september = input("H44", PAYMENT, "09-01", "09-30", 3, 4);
        var found = quarter(september, july, august).find("H44", PAYMENT).orElseThrow();
        assertEquals(6, found.numerator());
        assertEquals(9, found.denominator());
        assertEquals(QualityNote.SUM_OF_PERIODS, found.note());
        assertTrue(quarter(july, september).find("H44", PAYMENT).isEmpty());
    }

    @Test
    void whatCountsProceduresIsNeverAddedUpTheLatestCounts() {
        var inputs = quarter(input("H44", STOCK, "07-01", "07-31", 1, 8), input("H44", STOCK, "08-01", "08-31", 2, 9));
        var found = inputs.find("H44", STOCK).orElseThrow();
        assertEquals(2, found.numerator());
        assertEquals(9, found.denominator());
        assertTrue(quarter(input("H44.07", STOCK, "07-01", "09-30", 1, 8))
                .find("H44", STOCK)
                .isEmpty());
    }

    @Test
    void anAgencyWithoutItsOwnIsTheSumOfItsUnitsEachCountedOnce() {
        var inputs = quarter(
                input("H44.07", PAYMENT, "07-01", "09-30", 1, 2),
                input("H44.07.01", PAYMENT, "07-01", "09-30", 100, 100),
                input("H44.08.01", PAYMENT, "07-01", "09-30", 3, 4),
                input("H440", PAYMENT, "07-01", "09-30", 50, 50));
        var found = inputs.find("H44", PAYMENT).orElseThrow();
        assertEquals(4, found.numerator());
        assertEquals(6, found.denominator());
        assertEquals(QualityNote.SUM_OF_UNITS, found.note());
    }

    @Test
    void aWithdrawnEntryCountsNoMore() {
        var withdrawn = new QualityInput(
                "H44",
                PAYMENT,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 9, 30),
                2,
                null,
                null,
                null,
                "x",
                null,
                null);
        assertTrue(quarter(withdrawn).find("H44", PAYMENT).isEmpty());
    }

    @Test
    void pointsWithoutCountsAreTakenAsTheyAre() {
        var input = new QualityInput(
                "H44",
                Metric.ELECTRONIC_CERTIFIED_COPY,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 9, 30),
                1,
                null,
                null,
                new BigDecimal("2"),
                "x",
                null,
                null);
        var found = quarter(input).find("H44", Metric.ELECTRONIC_CERTIFIED_COPY).orElseThrow();
        assertEquals(new BigDecimal("2.00"), MetricScore.score(Metric.ELECTRONIC_CERTIFIED_COPY, found));
    }

    private static Inputs quarter(QualityInput... inputs) {
        return new Inputs(List.of(inputs), LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
    }

    private static QualityInput input(String agency, Metric metric, String from, String to, long n, long d) {
        return new QualityInput(
                agency,
                metric,
                LocalDate.parse("2026-" + from),
                LocalDate.parse("2026-" + to),
                1,
                n,
                d,
                null,
                "nguồn",
                null,
                null);
    }
}
