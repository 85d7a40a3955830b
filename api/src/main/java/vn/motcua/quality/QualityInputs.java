package vn.motcua.quality;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;

/** Figures that an administrator enters. */
@RegisterForReflection
record QualityInputs(List<Entry> items) {
    private static final int MOST_ITEMS = 500;
    private static final int LONGEST_SOURCE = 500;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /** @param source where the figure was read, for everybody who sees it */
    @RegisterForReflection
    record Entry(
            String agency,
            Metric metric,
            LocalDate from,
            LocalDate to,
            Long numerator,
            Long denominator,
            BigDecimal score,
            String source,
            LocalDate asOf) {}

    /** All of them, or a problem that names each wrong place. */
    List<QualityInput> checked() {
        if (items == null || items.isEmpty() || items.size() > MOST_ITEMS) {
            throw ProblemException.invalid("/items", "Từ 1 đến 500 số liệu.", "From 1 to 500 figures.");
        }
        var errors = new ArrayList<FieldError>();
        var inputs = new ArrayList<QualityInput>();
        var seen = new HashSet<String>();
        for (int i = 0; i < items.size(); i++) {
            var place = "/items/" + i;
            int before = errors.size();
            check(errors, place, items.get(i));
            if (errors.size() == before) {
                var input = input(items.get(i));
                if (!seen.add(input.agency() + input.metric() + input.from() + input.to())) {
                    errors.add(FieldError.at(place, "Số liệu nêu hai lần.", "The same figure twice."));
                }
                inputs.add(input);
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return inputs;
    }

    private static void check(List<FieldError> errors, String place, Entry entry) {
        if (entry == null) {
            errors.add(FieldError.at(place, "Bắt buộc nhập.", "Required."));
            return;
        }
        if (AgencyCode.parse(entry.agency()).isEmpty()) {
            errors.add(FieldError.at(
                    place + "/agency",
                    "Mã cơ quan gồm chữ hoa và số, ví dụ H44.07.",
                    "An agency code has capitals and digits, for example H44.07."));
        }
        days(errors, place, entry);
        var source = entry.source();
        if (source == null || source.isBlank() || source.length() > LONGEST_SOURCE) {
            errors.add(FieldError.at(place + "/source", "Từ 1 đến 500 ký tự.", "From 1 to 500 characters."));
        }
        if (entry.metric() == null) {
            errors.add(FieldError.at(place + "/metric", "Bắt buộc nhập.", "Required."));
        } else {
            Calculation.check(
                    errors, place, entry.metric(), entry.numerator(), entry.denominator(), entry.score(), true);
        }
    }

    private static void days(List<FieldError> errors, String place, Entry entry) {
        day(errors, place + "/from", entry.from(), true);
        day(errors, place + "/to", entry.to(), true);
        day(errors, place + "/asOf", entry.asOf(), false);
        if (entry.from() != null && entry.to() != null && entry.to().isBefore(entry.from())) {
            errors.add(FieldError.at(place + "/to", "Không trước ngày đầu kỳ.", "Not before the first day."));
        }
    }

    private static void day(List<FieldError> errors, String place, LocalDate day, boolean required) {
        if (day == null && required) {
            errors.add(FieldError.at(place, "Bắt buộc nhập.", "Required."));
        } else if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            errors.add(FieldError.at(place, "Năm phải từ 2000 đến 2100.", "The year must be from 2000 to 2100."));
        }
    }

    private static QualityInput input(Entry entry) {
        return new QualityInput(
                AgencyCode.parse(entry.agency()).orElseThrow().value(),
                entry.metric(),
                entry.from(),
                entry.to(),
                0,
                entry.numerator(),
                entry.denominator(),
                entry.score(),
                entry.source().strip(),
                entry.asOf(),
                null);
    }
}
