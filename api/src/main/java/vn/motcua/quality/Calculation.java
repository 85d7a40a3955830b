package vn.motcua.quality;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;

/** Counts of which somebody wants to know the points. */
@RegisterForReflection
record Calculation(List<Given> figures) {
    /** Far above any count of the country. */
    static final long MOST = 1_000_000_000_000L;

    private static final int MOST_FIGURES = 50;
    private static final int MOST_DECIMALS = 6;
    private static final int MOST_DIGITS = 12;

    /** Either counts or points. */
    @RegisterForReflection
    record Given(Metric metric, Long numerator, Long denominator, BigDecimal score) {}

    Map<Metric, Figure> checked() {
        if (figures == null || figures.isEmpty() || figures.size() > MOST_FIGURES) {
            throw ProblemException.invalid("/figures", "Từ 1 đến 50 chỉ số.", "From 1 to 50 metrics.");
        }
        var errors = new ArrayList<FieldError>();
        var known = new EnumMap<Metric, Figure>(Metric.class);
        for (int i = 0; i < figures.size(); i++) {
            var given = figures.get(i);
            var place = "/figures/" + i;
            if (given == null || given.metric() == null) {
                errors.add(FieldError.at(place + "/metric", "Bắt buộc nhập.", "Required."));
                continue;
            }
            check(errors, place, given.metric(), given.numerator(), given.denominator(), given.score(), false);
            var figure = new Figure(
                    given.numerator() == null ? 0 : given.numerator(),
                    given.denominator() == null ? 0 : given.denominator(),
                    given.score(),
                    Figure.Basis.INPUT,
                    null,
                    null,
                    null);
            if (known.put(given.metric(), figure) != null) {
                errors.add(FieldError.at(place + "/metric", "Chỉ số nêu hai lần.", "Named twice."));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return known;
    }

    /** @param mayBeEmpty neither counts nor points */
    static void check(
            List<FieldError> errors,
            String place,
            Metric metric,
            Long numerator,
            Long denominator,
            BigDecimal score,
            boolean mayBeEmpty) {
        if ((numerator == null) != (denominator == null)
                || (score != null && denominator != null)
                || (!mayBeEmpty && score == null && denominator == null)) {
            errors.add(FieldError.at(
                    place, "Nêu tử số và mẫu số, hoặc điểm.", "Give numerator and denominator, or the score."));
        }
        range(errors, place + "/numerator", numerator);
        range(errors, place + "/denominator", denominator);
        if (score != null && !isScore(score, metric.max())) {
            errors.add(FieldError.at(
                    place + "/score",
                    "Từ 0 đến " + metric.max() + ", tối đa 6 chữ số thập phân.",
                    "From 0 to " + metric.max() + ", at most 6 decimals."));
        }
        if (numerator != null && denominator != null && numerator > denominator && metric != Metric.DOSSIER_MEAN_DAYS) {
            errors.add(
                    FieldError.at(place + "/numerator", "Không lớn hơn mẫu số.", "Not greater than the denominator."));
        }
    }

    /** How it is written comes first: {@code 1E-600000000} is short to send and takes all memory to round. */
    private static boolean isScore(BigDecimal score, int max) {
        return score.scale() >= 0
                && score.scale() <= MOST_DECIMALS
                && score.precision() <= MOST_DIGITS
                && score.signum() >= 0
                && score.compareTo(BigDecimal.valueOf(max)) <= 0;
    }

    private static void range(List<FieldError> errors, String place, Long count) {
        if (count != null && (count < 0 || count > MOST)) {
            errors.add(FieldError.at(place, "Từ 0 đến " + MOST + ".", "From 0 to " + MOST + "."));
        }
    }
}
