package vn.motcua.forecast;

import java.util.HashMap;
import java.util.Map;

/** How the forecasts that were shown came out, counted by the working day on which they were made, agency level and horizon. */
final class Backtest {
    record Key(int madeOn, String level, Horizon horizon) {}

    private final Map<Key, BacktestCell> cells = new HashMap<>();

    Map<Key, BacktestCell> cells() {
        return cells;
    }

    private BacktestCell cell(Pending one) {
        return cells.computeIfAbsent(
                new Key(one.madeOn(), one.of().level(), one.horizon()), unseen -> new BacktestCell());
    }

    void made(Pending one) {
        cell(one).made += one.count();
    }

    void withdrawn(Pending one) {
        cell(one).withdrawn += one.count();
    }

    /**
     * The {@code k}-th working day after the forecast is over. A promise is counted on its own day, kept or not, never earlier:
     * else a month that is not over would show only those that were quick.
     */
    void passed(Pending one, int k) {
        var said = one.shown();
        boolean ended = one.endedAfter() >= 0;
        if (k == said.p50()) {
            cell(one).due50 += one.count();
            cell(one).held50 += ended ? one.count() : 0;
        }
        if (k == said.p90()) {
            cell(one).due90 += one.count();
            cell(one).held90 += ended ? one.count() : 0;
        }
    }

    void ended(Pending one) {
        var cell = cell(one);
        var said = one.shown();
        int n = one.count();
        int really = one.endedAfter();
        cell.ended += n;
        double error = n * (double) Math.abs(said.p50() - really);
        double loss50 = n * Pending.pinball(0.5, said.p50(), really);
        double loss90 = n * Pending.pinball(0.9, said.p90(), really);
        cell.error += error;
        cell.loss50 += loss50;
        cell.loss90 += loss90;
        int limit = one.of().limitDays();
        if (limit > 0) {
            // Past its limit a dossier has no date by law; "today" is the kindest reading.
            int left = Math.max(0, limit - one.elapsed());
            cell.limited += n;
            cell.withinLimit += one.elapsed() + really <= limit ? n : 0;
            cell.chance += n * said.onTime();
            cell.limitError += n * (double) Math.abs(left - really);
            cell.limitLoss50 += n * Pending.pinball(0.5, left, really);
            cell.limitLoss90 += n * Pending.pinball(0.9, left, really);
            cell.limitedError += error;
            cell.limitedLoss50 += loss50;
            cell.limitedLoss90 += loss90;
        }
    }
}
