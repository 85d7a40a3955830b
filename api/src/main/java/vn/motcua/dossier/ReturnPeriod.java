package vn.motcua.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;

/**
 * Which returns a figure is about.
 *
 * @param agency this agency and all below it; null for the whole country
 */
record ReturnPeriod(AgencyCode agency, YearMonth from, YearMonth to) {
    private static final int DEFAULT_MONTHS = 12;
    private static final int MAX_MONTHS = 36;
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    /** Reads the parameters as they came in; everything that is wrong is named at once. */
    static ReturnPeriod of(String agency, String from, String to, LocalDate today) {
        var errors = new ArrayList<FieldError>();
        var code = AgencyCode.parse(agency).orElse(null);
        if (agency != null && code == null) {
            errors.add(FieldError.at("agency", "Không phải mã cơ quan.", "Not an agency code."));
        }
        var last = to == null ? YearMonth.from(today) : month(to, "to", errors);
        var first = from == null
                ? (last == null ? null : last.minusMonths(DEFAULT_MONTHS - 1L))
                : month(from, "from", errors);
        if (first != null && last != null && first.isAfter(last)) {
            errors.add(FieldError.at("from", "Phải trước hoặc bằng tháng to.", "Must not be after to."));
        } else if (first != null && last != null && first.until(last, ChronoUnit.MONTHS) >= MAX_MONTHS) {
            errors.add(FieldError.at(
                    "from", "Chọn nhiều nhất " + MAX_MONTHS + " tháng.", "Choose at most " + MAX_MONTHS + " months."));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new ReturnPeriod(code, first, last);
    }

    private static YearMonth month(String text, String parameter, List<FieldError> errors) {
        try {
            if (MONTH.matcher(text).matches()) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException notAMonth) {
            // Said below, like every other text that is not a month.
        }
        errors.add(FieldError.at(parameter, "Phải là tháng dạng YYYY-MM.", "Must be a month as YYYY-MM."));
        return null;
    }
}
