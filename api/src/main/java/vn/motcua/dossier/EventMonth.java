package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import vn.motcua.openapi.DossierCode;

/**
 * The partition in which the events of a dossier lie: the month of the receipt date in its code as {@code yyyymm}, 0 where
 * that is no month of this century. The database function {@code dossier.month_of} says the same.
 */
final class EventMonth {
    static final int NONE = 0;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    /** The one-stop mechanism began in 2003; codes of a time to come are wrong dates, not months to prepare for. */
    private static final int FIRST = 2003_01;

    private EventMonth() {}

    static int of(DossierCode code) {
        int year = code.date().getYear();
        return year < FIRST_YEAR || year > LAST_YEAR ? NONE : of(YearMonth.from(code.date()));
    }

    /** The months of dossiers with these codes, each once. */
    static Integer[] of(Collection<String> codes) {
        return codes.stream()
                .map(code -> DossierCode.parse(code).map(EventMonth::of).orElse(NONE))
                .distinct()
                .toArray(Integer[]::new);
    }

    static int of(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    /** Whether a code of this month may be an honest one, so that a partition is worth having. */
    static boolean isPlausible(int month, OffsetDateTime now) {
        return month >= FIRST && month <= of(YearMonth.from(now).plusMonths(1));
    }
}
