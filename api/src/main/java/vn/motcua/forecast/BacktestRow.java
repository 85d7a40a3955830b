package vn.motcua.forecast;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Forecasts of a kind, and what came of them. Errors and losses are in working days, over dossiers that have ended.
 *
 * @param month in which the forecasts were made, yyyy-MM
 * @param forecasts how many were made and followed
 * @param ended of them, how many have ended
 * @param meanError mean distance between the P50 date and the end
 * @param loss50 mean pinball loss of P50 (half the mean error)
 * @param loss90 mean pinball loss of P90: nine times as dear when late as when early
 * @param byLaw the legal limit taken for a forecast, beside ours, over the same dossiers
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record BacktestRow(
        String month,

        @Schema(enumeration = {"MINISTRY", "DEPARTMENT", "PROVINCE", "COMMUNE", "LOCAL", "OTHER"})
        String level,

        Horizon horizon,
        int forecasts,
        int ended,
        Kept p50,
        Kept p90,
        Double meanError,
        Double loss50,
        Double loss90,
        ByLaw byLaw) {
    /** How many dates of a kind have come, and how many of them were kept, with the 95 % interval of the share (Wilson). */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kept(int due, int kept, Double share, Double low, Double high) {
        private static final double Z = 1.96;

        static Kept of(int due, int kept) {
            if (due == 0) {
                return new Kept(0, 0, null, null, null);
            }
            double share = (double) kept / due;
            double z2 = Z * Z / due;
            double middle = (share + z2 / 2) / (1 + z2);
            double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / due + z2 / (4 * due));
            return new Kept(due, kept, rounded(share), rounded(middle - half), rounded(middle + half));
        }
    }

    /**
     * "It ends on the last day of the legal limit", said of the dossiers that have one and have ended.
     *
     * @param onTime share that ended within the limit
     * @param onTimeTold mean chance that was told for it
     */
    @RegisterForReflection
    record ByLaw(
            int dossiers,
            double meanError,
            double loss50,
            double loss90,
            double ourMeanError,
            double ourLoss50,
            double ourLoss90,
            double onTime,
            double onTimeTold) {
        static ByLaw of(BacktestCell cell) {
            double n = cell.limited;
            return cell.limited == 0
                    ? null
                    : new ByLaw(
                            cell.limited,
                            rounded(cell.limitError / n),
                            rounded(cell.limitLoss50 / n),
                            rounded(cell.limitLoss90 / n),
                            rounded(cell.limitedError / n),
                            rounded(cell.limitedLoss50 / n),
                            rounded(cell.limitedLoss90 / n),
                            rounded(cell.withinLimit / n),
                            rounded(cell.chance / n));
        }
    }

    static BacktestRow of(String month, String level, Horizon horizon, BacktestCell cell) {
        boolean none = cell.ended == 0;
        return new BacktestRow(
                month,
                level,
                horizon,
                cell.made,
                cell.ended,
                Kept.of(cell.due50, cell.held50),
                Kept.of(cell.due90, cell.held90),
                none ? null : rounded(cell.error / cell.ended),
                none ? null : rounded(cell.loss50 / cell.ended),
                none ? null : rounded(cell.loss90 / cell.ended),
                ByLaw.of(cell));
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
