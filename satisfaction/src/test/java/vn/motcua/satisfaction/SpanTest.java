package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void twoYearsAreReadInSevenSpans() {
        var spans = Span.of(YearMonth.of(2024, 12), YearMonth.of(2026, 11));
        assertEquals(
                List.of(1, 12, 3, 3, 3, 1, 1), spans.stream().map(Span::months).toList());
    }

    @Test
    void spansAreThePeriodWithoutGapsAndOverlaps() {
        var first = YearMonth.of(2024, 1);
        for (int from = 0; from < 24; from++) {
            for (int length = 0; length < 36; length++) {
                var begin = first.plusMonths(from);
                var months = new ArrayList<YearMonth>();
                for (var span : Span.of(begin, begin.plusMonths(length))) {
                    assertTrue((span.first().getMonthValue() - 1) % span.months() == 0);
                    for (int i = 0; i < span.months(); i++) {
                        months.add(span.first().plusMonths(i));
                    }
                }
                var expected = Span.months(begin, begin.plusMonths(length)).stream()
                        .map(Span::first)
                        .toList();
                assertEquals(expected, months);
            }
        }
    }
}
