package vn.motcua.forecast;

import java.util.List;

/** A forecast that was made in a replay and waits for what really happens. */
final class Pending {
    /** Who has not ended after so many working days is scored as if today were the end. */
    private static final int LONGEST = 500;

    private final Followed of;
    private final List<Said> said;
    private final int served;
    private final int madeOn;
    private final int elapsed;
    private final int stratum;
    private final Horizon horizon;
    private int k = -1;
    private int endedAfter = -1;
    private boolean gone;

    Pending(Followed of, List<Said> said, int served, int madeOn) {
        this.of = of;
        this.said = said;
        this.served = served;
        this.madeOn = madeOn;
        this.elapsed = of.elapsed();
        this.horizon = Horizon.of(elapsed, of.limitDays());
        this.stratum = Recalibration.stratum(horizon, of.limitDays());
    }

    int stratum() {
        return stratum;
    }

    int count() {
        return of.count();
    }

    int madeOn() {
        return madeOn;
    }

    Horizon horizon() {
        return horizon;
    }

    Followed of() {
        return of;
    }

    int elapsed() {
        return elapsed;
    }

    /** What was shown to people. */
    Said shown() {
        return said.get(served);
    }

    int endedAfter() {
        return endedAfter;
    }

    /** Whether nothing more is to be learnt from it. */
    boolean evening(int today, Candidates candidates) {
        boolean ended = endedAfter < 0 && of.ends(today);
        if (endedAfter < 0 && ended && of.withdrawn()) {
            candidates.backtest().withdrawn(this);
            return true;
        }
        boolean counts = endedAfter >= 0 || of.worked();
        k += counts ? 1 : 0;
        if (endedAfter < 0 && (counts || ended)) {
            traverse(candidates, ended);
        }
        if (ended || (endedAfter < 0 && k >= LONGEST)) {
            end(candidates);
        }
        if (counts) {
            candidates.backtest().passed(this, k);
            passed(candidates);
        }
        return endedAfter >= 0 && k >= lastPromise();
    }

    private void passed(Candidates candidates) {
        for (int i = 0; i < said.size(); i++) {
            for (int promise = 0; promise < Recalibration.PROMISES.length; promise++) {
                if (said.get(i).day(promise) == k) {
                    candidates.due(i, promise, endedAfter >= 0, count());
                }
            }
        }
    }

    private int lastPromise() {
        return said.stream().mapToInt(Said::p90).max().orElse(0);
    }

    private void traverse(Candidates candidates, boolean ended) {
        for (int i = 0; i < said.size(); i++) {
            var curve = said.get(i).curve();
            double from = k <= 0 ? 0 : curve.middle(k - 1);
            candidates.learned(i, this, from, curve.middle(Math.max(0, k)), ended);
        }
    }

    private void end(Candidates candidates) {
        endedAfter = Math.max(0, k);
        double scale = Math.max(3, of.limitDays());
        for (int i = 0; i < said.size(); i++) {
            double loss = pinball(0.5, said.get(i).p50(), endedAfter)
                    + pinball(0.9, said.get(i).p90(), endedAfter);
            candidates.lost(i, loss / scale, count());
        }
        candidates.backtest().ended(this);
    }

    static double pinball(double chance, int said, int really) {
        return really > said ? chance * (really - said) : (1 - chance) * (said - really);
    }
}
