package vn.motcua.forecast;

import java.util.List;

/**
 * The groups of one kind of dossier, the widest first; only those that are known.
 *
 * @param level pace of all agencies of this level
 * @param agency pace of this agency
 */
record Chain(int limitDays, List<Group> groups, List<ForecastGroup> kinds, Pace level, Pace agency) {
    /** Before anything is known: nine in ten end within the limit. */
    private double guess() {
        return 2.3 / ((limitDays == 0 ? 20 : limitDays) + 1);
    }

    /** The rate of ends on the {@code day}-th working day, at the usual pace. */
    double rate(int day, double weight) {
        double rate = guess();
        for (int i = 0; i < groups.size(); i++) {
            rate = groups.get(i).rate(rate, day, limitDays, weight);
        }
        return rate;
    }

    /** Teaches every group a day of {@code weighed} dossiers; the usual rate that was expected of it. */
    double learn(int day, double weighed, boolean ended, double exposure, double weight) {
        double rate = guess();
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            double own = group.rate(rate, day, limitDays, weight);
            group.learn(rate, day, limitDays, weighed, ended, exposure);
            rate = own;
        }
        return rate;
    }
}
