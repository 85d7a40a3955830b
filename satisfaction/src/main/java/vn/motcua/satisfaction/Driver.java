package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.motcua.openapi.Language;

/**
 * How much a factor moves the overall satisfaction. It compares people; that one thing causes the other it cannot show.
 *
 * @param n answers compared
 * @param effect share satisfied overall among those satisfied with the factor, less that among the others, in points
 * @param potential points by which the overall share would rise if the others were like the satisfied ones
 */
@RegisterForReflection
record Driver(Factor factor, String label, int n, BigDecimal effect, BigDecimal potential) {
    /** Each side of the comparison needs that many answers. */
    static final int MINIMUM = 30;

    /** The factor that moves most comes first; factors with too few answers on either side are left out. */
    static List<Driver> of(Tally tally, Language language) {
        return Stream.of(Factor.values())
                .filter(factor -> factor != Factor.OVERALL)
                .map(factor -> of(factor, factor.label().in(language), tally.pooled(factor)))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Driver::potential).reversed().thenComparing(Driver::factor))
                .toList();
    }

    static Driver of(Factor factor, String label, Said said) {
        long satisfied = said.levels().satisfied();
        long others = said.levels().n() - satisfied;
        if (satisfied < MINIMUM || others < MINIMUM) {
            return null;
        }
        double effect = 100.0 * said.bothSatisfied() / satisfied - 100.0 * said.overallOnly() / others;
        return new Driver(
                factor,
                label,
                Math.toIntExact(said.levels().n()),
                points(effect),
                points(effect * others / said.levels().n()));
    }

    private static BigDecimal points(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
