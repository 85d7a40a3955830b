package vn.motcua.satisfaction;

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
import vn.motcua.openapi.StrictText;

/**
 * Which ratings a score is about.
 *
 * @param agency this agency and all below it; null for the whole country
 * @param field field of the procedure; null for all
 * @param groupBy null for the whole selection only
 * @param questionnaire which one was asked
 */
record Selection(
        AgencyCode agency, String field, YearMonth from, YearMonth to, ScoreGrouping groupBy, String questionnaire) {
    static final int DEFAULT_MONTHS = 12;
    static final int MAX_MONTHS = 36;
    private static final int MAX_FIELD = 80;
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    /** Reads the parameters as they came in; everything that is wrong is named at once. */
    static Selection of(
            String agency,
            String field,
            String from,
            String to,
            ScoreGrouping groupBy,
            String questionnaire,
            LocalDate today) {
        var errors = new ArrayList<FieldError>();
        var code = AgencyCode.parse(agency).orElse(null);
        if (agency != null && code == null) {
            errors.add(FieldError.at("agency", "Không phải mã cơ quan.", "Not an agency code."));
        }
        if (field != null && (field.isBlank() || field.length() > MAX_FIELD || StrictText.isBroken(field))) {
            errors.add(FieldError.at("field", "Không phải mã lĩnh vực.", "Not a field code."));
        }
        if (questionnaire != null
                && !QuestionnaireDraft.CODE.matcher(questionnaire).matches()) {
            errors.add(FieldError.at("questionnaire", "Không phải mã phiếu hỏi.", "Not a code of a questionnaire."));
        }
        var last = to == null ? YearMonth.from(today) : month(to, "to", errors);
        var first = from == null ? firstBefore(last) : month(from, "from", errors);
        if (first != null && last != null) {
            checkPeriod(first, last, errors);
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Selection(code, field, first, last, groupBy, questionnaire == null ? Tickets.SHORT : questionnaire);
    }

    /** A month, or a problem that names the parameter. */
    static YearMonth month(String text, String parameter) {
        var errors = new ArrayList<FieldError>();
        var month = month(text, parameter, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return month;
    }

    private static YearMonth firstBefore(YearMonth last) {
        return last == null ? null : last.minusMonths(DEFAULT_MONTHS - 1L);
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

    private static void checkPeriod(YearMonth first, YearMonth last, List<FieldError> errors) {
        if (first.isAfter(last)) {
            errors.add(FieldError.at("from", "Phải trước hoặc bằng tháng to.", "Must not be after to."));
        } else if (first.until(last, ChronoUnit.MONTHS) >= MAX_MONTHS) {
            errors.add(FieldError.at(
                    "from", "Chọn nhiều nhất " + MAX_MONTHS + " tháng.", "Choose at most " + MAX_MONTHS + " months."));
        }
    }

    /**
     * Codes from this one on and below {@link #agenciesBelow} are the agency and all under it: of the characters in codes only
     * the dot comes before the slash.
     */
    String agenciesFrom() {
        return agency == null ? "" : agency.value();
    }

    String agenciesBelow() {
        return agency == null ? "a" : agency.value() + "/";
    }

    /** How many groups of an agency code make a key when grouped by agency: one more than the selected code has. */
    int agencyDepth() {
        return agency == null ? 1 : agency.value().split("\\.").length + 1;
    }

    String agencyValue() {
        return agency == null ? null : agency.value();
    }
}
