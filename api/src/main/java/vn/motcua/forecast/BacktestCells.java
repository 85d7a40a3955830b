package vn.motcua.forecast;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** The counts of a back-test as they lie in the database, by month. */
@RegisterForReflection
record BacktestCells(List<Counted> cells) {
    static final BacktestCells NONE = new BacktestCells(List.of());

    BacktestCells {
        cells = List.copyOf(cells);
    }

    /** One cell: a month (yyyy-MM) in which forecasts were made, agency level, horizon. */
    @RegisterForReflection
    record Counted(String month, String level, Horizon horizon, BacktestCell counts) {}
}
