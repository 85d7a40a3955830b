package vn.motcua.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Lives the past again, day by day: on the morning of each working day it makes forecasts of a sample of the dossiers that were
 * open, with what was known that morning, and only then learns what the day brought. So the last model, the choice of its
 * memory, its recalibration and the back-test come out of one passage, and no forecast ever saw a later day.
 */
final class Replay {
    /** Whoever is in work for so long was forgotten by the one-stop system. */
    private static final int FORGOTTEN = 600;

    private final Candidates candidates;
    private final Admission admission;
    private final IntUnaryOperator workingDay;
    private final UnaryOperator<String> level;
    private final int until;
    private final List<Followed> open = new ArrayList<>();
    private final List<Followed> asked = new ArrayList<>();
    private int today;
    private int received;

    /**
     * @param workingDay number of the last working day up to a day since 1970
     * @param level level of an agency by its code
     * @param until first working day that has not been lived yet
     */
    Replay(
            List<Recipe> recipes,
            int from,
            int until,
            IntUnaryOperator workingDay,
            UnaryOperator<String> level,
            ReplayLimits limits) {
        this.today = from;
        this.until = until;
        this.workingDay = workingDay;
        this.level = level;
        this.candidates = new Candidates(recipes, from, limits);
        this.admission = new Admission(limits.groups());
    }

    /** The next spell; they come in order of reception. */
    void take(Spell spell) {
        int day = workingDay.applyAsInt(spell.received());
        while (today < day && today < until) {
            live();
        }
        if (day < until && day >= today) {
            received += spell.count();
            open.add(follow(spell, day));
        }
    }

    /** Lives the days that are left. */
    Candidates finish() {
        while (today < until) {
            live();
        }
        candidates.morning(until);
        return candidates;
    }

    int received() {
        return received;
    }

    private Followed follow(Spell spell, int day) {
        var itsLevel = level.apply(spell.agency());
        var keys = Model.keys(spell.procedure(), spell.agency(), spell.field(), itsLevel, spell.limitDays());
        var chains = new ArrayList<Chain>(candidates.models().size());
        boolean[] admitted = admission.admit(keys, spell.count());
        for (var model : candidates.models()) {
            admission.open(model, keys, admitted, spell.agency(), itsLevel, spell.limitDays());
            chains.add(model.chain(keys, spell.agency(), itsLevel, spell.limitDays()));
        }
        return new Followed(spell, itsLevel, chains, day, workingDay);
    }

    private void live() {
        candidates.morning(today);
        asked.clear();
        for (var one : open) {
            one.morning(today);
            if (one.milestone()) {
                asked.add(one);
            }
        }
        candidates.forecast(asked);
        candidates.evening();
        int kept = 0;
        for (var one : open) {
            boolean ended = one.ends(today);
            if (one.worked() || ended) {
                candidates.learn(one, ended && !one.withdrawn());
            }
            if (!ended && one.elapsed() < FORGOTTEN) {
                open.set(kept++, one);
            }
        }
        open.subList(kept, open.size()).clear();
        today++;
    }
}
