package vn.motcua.dossier;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** How often agencies gave no reason when they sent a dossier back. */
@RegisterForReflection
record UnexplainedReturns(UnexplainedCell total, List<UnexplainedCell> cells, boolean truncated) {
    UnexplainedReturns {
        cells = List.copyOf(cells);
    }

    /**
     * One figure; {@code n} and {@code share} are null where it is hidden.
     *
     * @param agency null for the whole selection
     * @param month as {@code YYYY-MM}, null for the whole selection
     * @param n refusals, supplement requests and stops
     * @param share percent of them without a reason, two decimals
     */
    @RegisterForReflection
    record UnexplainedCell(AgencyRef agency, String month, boolean hidden, Long n, Double share) {}
}
