package vn.motcua.forecast;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import vn.motcua.forecast.BacktestCells.Counted;

/**
 * How forecasts came out, for everybody to read. Cells with few forecasts are left out, and every total is over the cells that
 * are shown: what is hidden cannot be found by subtraction.
 *
 * @param asOf the morning on which the history was last read; null before the first time
 * @param dossiers how many dossiers the present model learnt from
 * @param memoryWorkingDays after so many working days the past counts half in the present model
 * @param hiddenBelow cells with fewer forecasts are left out
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record BacktestReport(
        LocalDate asOf,
        Integer dossiers,
        Double memoryWorkingDays,
        int hiddenBelow,
        BacktestRow total,
        List<BacktestRow> byMonth,
        List<BacktestRow> byLevel,
        List<BacktestRow> byHorizon,
        List<BacktestRow> cells) {
    static BacktestReport empty(int hiddenBelow) {
        return new BacktestReport(null, null, null, hiddenBelow, null, List.of(), List.of(), List.of(), List.of());
    }

    static BacktestReport of(NightlyModel model, int hiddenBelow) {
        var shown = model.backtest().cells().stream()
                .filter(cell -> cell.counts().made >= hiddenBelow)
                .toList();
        var all = new BacktestCell();
        shown.forEach(cell -> all.add(cell.counts()));
        var rows = grouped(shown, cell -> cell.month() + "|" + cell.level() + "|" + cell.horizon());
        return new BacktestReport(
                model.asOf(),
                model.spells(),
                model.model().recipe.memory(),
                hiddenBelow,
                shown.isEmpty() ? null : BacktestRow.of(null, null, null, all),
                list(grouped(shown, Counted::month), first -> new Labels(first.month(), null, null)),
                list(grouped(shown, Counted::level), first -> new Labels(null, first.level(), null)),
                list(
                        grouped(shown, cell -> String.valueOf(cell.horizon().ordinal())),
                        first -> new Labels(null, null, first.horizon())),
                list(rows, first -> new Labels(first.month(), first.level(), first.horizon())));
    }

    private record Labels(String month, String level, Horizon horizon) {}

    private static Map<String, List<Counted>> grouped(List<Counted> cells, Function<Counted, String> key) {
        var groups = new TreeMap<String, List<Counted>>();
        cells.forEach(cell -> groups.computeIfAbsent(key.apply(cell), unseen -> new ArrayList<>())
                .add(cell));
        return groups;
    }

    private static List<BacktestRow> list(Map<String, List<Counted>> groups, Function<Counted, Labels> labels) {
        return groups.values().stream()
                .map(group -> {
                    var sum = new BacktestCell();
                    group.forEach(cell -> sum.add(cell.counts()));
                    var label = labels.apply(group.getFirst());
                    return BacktestRow.of(label.month(), label.level(), label.horizon(), sum);
                })
                .toList();
    }
}
