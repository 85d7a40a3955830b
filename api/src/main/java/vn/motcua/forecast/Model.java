package vn.motcua.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** All that is known on the morning of a working day. Learns a day at a time; served, it is never changed again. */
final class Model {
    private static final double LEVEL_PRIOR = 40;
    private static final double AGENCY_PRIOR = 10;
    private static final double RECALIBRATION_MEMORY = 60;
    private static final double STALLED = 0.5;
    private static final double FAR = 0.995;
    private static final int FARTHEST = 500;
    private static final Pace USUAL = new Pace();

    final Recipe recipe;
    final int origin;
    int today;
    final Map<String, Group> groups;
    final Map<String, Pace> paces;
    final Recalibration recalibration;

    Model(Recipe recipe, int origin) {
        this(recipe, origin, origin, new HashMap<>(), new HashMap<>(), new Recalibration());
    }

    Model(
            Recipe recipe,
            int origin,
            int today,
            Map<String, Group> groups,
            Map<String, Pace> paces,
            Recalibration recalibration) {
        this.recipe = recipe;
        this.origin = origin;
        this.today = today;
        this.groups = groups;
        this.paces = paces;
        this.recalibration = recalibration;
    }

    /** What a day of today weighs: the past keeps its weight and the present grows, so nothing is ever touched to forget it. */
    double weight() {
        return Math.exp((today - origin) * Math.log(2) / recipe.memory());
    }

    /** The same for what recent forecasts teach about themselves. */
    double recalibrationWeight() {
        return Math.exp((today - origin) * Math.log(2) / RECALIBRATION_MEMORY);
    }

    double paceWeight() {
        return Math.exp((today - origin) * Math.log(2) / recipe.paceMemory());
    }

    static String[] keys(String procedure, String agency, String field, String level, int limitDays) {
        var length = LimitClass.of(limitDays).ordinal();
        return new String[] {
            "A|" + length,
            "L|" + level + "|" + length,
            field.isEmpty() ? null : "F|" + field + "|" + length,
            field.isEmpty() || agency.isEmpty() ? null : "G|" + field + "|" + agency + "|" + length,
            "P|" + procedure,
            agency.isEmpty() ? null : "Q|" + procedure + "|" + agency
        };
    }

    Chain chain(String[] keys, String agency, String level, int limitDays) {
        var found = new ArrayList<Group>(keys.length);
        var kinds = new ArrayList<ForecastGroup>(keys.length);
        for (var kind : ForecastGroup.values()) {
            var group = keys[kind.ordinal()] == null ? null : groups.get(keys[kind.ordinal()]);
            if (group != null) {
                found.add(group);
                kinds.add(kind);
            }
        }
        return new Chain(
                limitDays,
                found,
                kinds,
                paces.getOrDefault("L|" + level, USUAL),
                paces.getOrDefault("A|" + agency, USUAL));
    }

    double levelPace(Chain chain) {
        return chain.level().now(LEVEL_PRIOR, paceWeight());
    }

    double agencyPace(Chain chain) {
        return chain.agency().now(AGENCY_PRIOR, paceWeight());
    }

    /** When a dossier that is open at the start of its {@code elapsed}-th working day will end; nothing recalibrated yet. */
    Curve curve(Chain chain, int elapsed, int daysAhead) {
        double weight = weight();
        double pace = Math.log(levelPace(chain) * agencyPace(chain));
        double fade = Math.exp(-Math.log(2) / recipe.paceFade());
        double left = Math.pow(fade, daysAhead);
        double open = 1;
        var chances = new double[FARTHEST];
        int k = 0;
        while (k < FARTHEST && 1 - open < FAR) {
            open *= Math.exp(-chain.rate(elapsed + k, weight) * Math.exp(pace * left));
            chances[k++] = 1 - open;
            left *= fade;
        }
        return new Curve(Arrays.copyOf(chances, k));
    }

    /** One working day of {@code count} dossiers of a kind, each on its {@code day}-th day. */
    void learn(Chain chain, int day, int count, boolean ended) {
        double level = levelPace(chain);
        double agency = agencyPace(chain);
        // In a stall nobody works: such days must not teach that the work itself takes so long.
        double exposure = Math.min(1, level * agency / STALLED);
        double weight = weight();
        double usual = chain.learn(day, weight * count, ended, exposure, weight);
        if (ended) {
            chain.groups().forEach(group -> group.count(count, today));
        }
        double weighed = paceWeight() * count;
        learn(chain.level(), Group.chance(usual), weighed, ended);
        learn(chain.agency(), Group.chance(usual * level), weighed, ended);
    }

    private static void learn(Pace pace, double expected, double weighed, boolean ended) {
        if (pace != USUAL) {
            pace.expected += weighed * expected;
            pace.observed += ended ? weighed : 0;
        }
    }
}
