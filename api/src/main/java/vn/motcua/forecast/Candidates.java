package vn.motcua.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The models that compete in a replay. The one whose recent forecasts lost least is the one that is served. */
final class Candidates {
    private static final double LOSS_MEMORY = 60;

    private final List<Model> models;
    private final double[] losses;
    private final double[] compared;
    private final int perDay;

    /** For each model and promise: how many came due today, how many of them were kept. */
    private final double[][] promises;

    private final Backtest backtest = new Backtest();
    private final List<Pending> pending = new ArrayList<>();
    private int today;
    private int best;

    Candidates(List<Recipe> recipes, int from, ReplayLimits limits) {
        this.models = recipes.stream().map(recipe -> new Model(recipe, from)).toList();
        this.losses = new double[recipes.size()];
        this.compared = new double[recipes.size()];
        this.promises = new double[recipes.size()][2 * Recalibration.PROMISES.length];
        this.perDay = Math.max(1, limits.followed() / 30);
    }

    List<Model> models() {
        return models;
    }

    /** The model to serve. */
    Model best() {
        return models.get(best);
    }

    Backtest backtest() {
        return backtest;
    }

    void morning(int day) {
        today = day;
        models.forEach(model -> model.today = day);
        for (int i = 0; i < models.size(); i++) {
            best = losses[i] * compared[best] < losses[best] * compared[i] ? i : best;
        }
    }

    /** An even sample of those asked about, or all of them. */
    void forecast(List<Followed> asked) {
        double step = Math.max(1, asked.size() / (double) perDay);
        for (double place = step > 1 ? Math.floorMod(today * 7919L, (long) step) : 0;
                place < asked.size();
                place += step) {
            var one = asked.get((int) place);
            var said = new ArrayList<Said>(models.size());
            for (int i = 0; i < models.size(); i++) {
                said.add(Said.of(models.get(i), one.chain(i), one.elapsed()));
            }
            var made = new Pending(one, said, best, today);
            backtest.made(made);
            pending.add(made);
        }
    }

    /** The day is over: every followed forecast learns whether its dossier ended today. */
    void evening() {
        double forget = Math.exp(-Math.log(2) / LOSS_MEMORY);
        for (int i = 0; i < losses.length; i++) {
            losses[i] *= forget;
            compared[i] *= forget;
        }
        for (var ofModel : promises) {
            Arrays.fill(ofModel, 0);
        }
        pending.removeIf(one -> one.evening(today, this));
        for (int i = 0; i < promises.length; i++) {
            for (int promise = 0; promise < Recalibration.PROMISES.length; promise++) {
                if (promises[i][2 * promise] > 0) {
                    models.get(i).recalibration.due(promise, promises[i][2 * promise + 1], promises[i][2 * promise]);
                }
            }
        }
    }

    void learned(int candidate, Pending by, double from, double to, boolean ended) {
        var model = models.get(candidate);
        model.recalibration.learn(by.stratum(), from, to, ended, model.recalibrationWeight() * by.count());
    }

    /** The day of a promise has come. */
    void due(int candidate, int promise, boolean kept, int count) {
        promises[candidate][2 * promise] += count;
        promises[candidate][2 * promise + 1] += kept ? count : 0;
    }

    void lost(int candidate, double loss, int count) {
        losses[candidate] += loss * count;
        compared[candidate] += count;
    }

    void learn(Followed one, boolean ended) {
        for (int i = 0; i < models.size(); i++) {
            models.get(i).learn(one.chain(i), one.elapsed(), one.count(), ended);
        }
    }
}
