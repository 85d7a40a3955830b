package vn.motcua.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * Invented years of dossiers, to try forecasts on: agencies of very different size, procedures with limits of a day to three
 * months, and what goes wrong in offices. Not made after any forecast: a dossier is an amount of work, an agency gets through
 * more or less of it on a day, and some agencies handle a queue with a fixed number of hands.
 */
public final class SimulatedHistory {
    private static final int[] LIMITS = {1, 2, 3, 3, 5, 5, 5, 7, 7, 10, 10, 15, 15, 20, 30, 60};
    private static final int STILL_OPEN = Integer.MAX_VALUE;

    /** What happens in a history; several may be at work at once. */
    public enum Trouble {
        /** Agencies become faster or slower by up to a half over a year. */
        DRIFT,
        /** Slow weeks around the lunar new year and in summer, a rush in December, everywhere. */
        SEASONS,
        /** Now and then an agency ends nothing for two to six weeks, then works off what lay. */
        STALLS,
        /** On one day a third of the procedures become much faster or slower. */
        POLICY,
        /** Agencies handle a queue with so many hands. */
        QUEUES,
        /** Many procedures and agencies with a handful of dossiers each. */
        SPARSE
    }

    /**
     * One dossier; days since 1970-01-01.
     *
     * @param ended {@link Integer#MAX_VALUE} when it never ends
     * @param waits from and to of each wait for the applicant; the days after from up to to do not count
     */
    public record Entry(
            String procedure,
            String agency,
            String field,
            int limitDays,
            int received,
            int ended,
            List<int[]> waits,
            boolean withdrawn) {}

    private record Kind(String code, String field, int limit, double speed, double spread, double punctual) {}

    private static final class Office {
        String code;
        double share;
        double speed;
        boolean queue;
        double[] done;
        double hands;
        double line;
    }

    private final Random random;
    private final java.util.Set<Trouble> troubles;
    private final int[] days;
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Office> offices = new ArrayList<>();
    private final double[] policy;
    private final int policyDay;

    private SimulatedHistory(
            long seed, java.util.Set<Trouble> troubles, int from, int to, IntPredicate worked) {
        this.random = new Random(seed);
        this.troubles = troubles;
        this.days = java.util.stream.IntStream.range(from, to).filter(worked).toArray();
        boolean sparse = troubles.contains(Trouble.SPARSE);
        int procedures = sparse ? 300 : 40;
        int agencies = sparse ? 200 : 30;
        for (int i = 0; i < procedures; i++) {
            kinds.add(new Kind(
                    "9.%06d".formatted(i + 1),
                    "F%02d".formatted(i % 8),
                    LIMITS[random.nextInt(LIMITS.length)],
                    Math.exp(random.nextGaussian() * 0.35 - 0.45),
                    0.25 + random.nextDouble() * 0.6,
                    random.nextDouble() * 0.5));
        }
        policy = random.doubles(procedures).map(x -> x < 0.17 ? 0.5 : x < 0.34 ? 1.6 : 1).toArray();
        policyDay = days.length * 3 / 5 + random.nextInt(days.length / 5);
        for (int i = 0; i < agencies; i++) {
            offices.add(office(i));
        }
    }

    /**
     * @param dossiers about how many
     * @param from first day, since 1970-01-01
     * @param to the day after the last reception
     * @param worked which days are worked
     * @return in order of reception; what happens after {@code to} is told too
     */
    public static List<Entry> of(
            long seed, java.util.Set<Trouble> troubles, int dossiers, int from, int to, IntPredicate worked) {
        return new SimulatedHistory(seed, troubles, from, to + 400, worked).entries(dossiers, to);
    }

    private Office office(int i) {
        var office = new Office();
        office.code = i % 7 == 0 ? "G%02d.%02d".formatted(80 + i % 10, i) : i % 3 == 0 ? "H98.%02d".formatted(i) : "H98.%02d.%03d".formatted(i % 50, i);
        office.share = Math.pow(1 - random.nextDouble(), -1.1);
        office.speed = Math.exp(random.nextGaussian() * 0.3);
        office.queue = troubles.contains(Trouble.QUEUES) && random.nextDouble() < 0.5;
        double drift = troubles.contains(Trouble.DRIFT) ? (random.nextDouble() * 2 - 1) * 0.5 / 250 : 0;
        office.done = new double[days.length + 1];
        int stalledUntil = -1;
        double lying = 0;
        for (int d = 0; d < days.length; d++) {
            if (troubles.contains(Trouble.STALLS) && random.nextDouble() < 1 / 220.0) {
                stalledUntil = d + 8 + random.nextInt(20);
            }
            double rate = office.speed * Math.exp(drift * d) * season(days[d]);
            if (d < stalledUntil) {
                lying += rate;
                rate = 0;
            } else if (lying > 0) {
                double more = Math.min(lying, rate * 0.7);
                lying = Math.max(0, lying - more - 0.2 * rate);
                rate += more;
            }
            office.done[d + 1] = office.done[d] + rate;
        }
        return office;
    }

    private double season(int day) {
        if (!troubles.contains(Trouble.SEASONS)) {
            return 1;
        }
        var date = java.time.LocalDate.ofEpochDay(day);
        return switch (date.getMonthValue()) {
            case 1, 2 -> 0.6;
            case 7 -> 0.8;
            case 12 -> 1.3;
            default -> 1;
        };
    }

    private List<Entry> entries(int dossiers, int to) {
        var entries = new ArrayList<Entry>(dossiers);
        double shares = offices.stream().mapToDouble(o -> o.share).sum();
        int receiving = 0;
        while (receiving < days.length && days[receiving] < to) {
            receiving++;
        }
        double perDay = dossiers / (double) receiving;
        for (var office : offices) {
            office.hands = perDay * office.share / shares;
        }
        for (int d = 0; d < receiving; d++) {
            for (var office : offices) {
                double wanted = perDay * office.share / shares * (0.7 + 0.6 * random.nextDouble());
                int n = (int) wanted + (random.nextDouble() < wanted % 1 ? 1 : 0);
                // Beyond six weeks of work, hands are borrowed elsewhere.
                office.line = Math.clamp(office.line + n - office.hands * 1.03 * rate(office, d), 0, office.hands * 30);
                for (int i = 0; i < n; i++) {
                    entries.add(entry(office, kind(), d));
                }
            }
        }
        entries.sort(Comparator.comparingInt(Entry::received));
        return entries;
    }

    private static double rate(Office office, int d) {
        return (office.done[d + 1] - office.done[d]) / office.speed;
    }

    private Kind kind() {
        return kinds.get((int) (kinds.size() * Math.pow(random.nextDouble(), 2)));
    }

    private Entry entry(Office office, Kind kind, int received) {
        double work = kind.limit * kind.speed * Math.exp(random.nextGaussian() * kind.spread);
        if (troubles.contains(Trouble.POLICY) && received >= policyDay) {
            work *= policy[kinds.indexOf(kind)];
        }
        if (random.nextDouble() < kind.punctual && work < kind.limit) {
            // Left until the date is near, then done.
            work = kind.limit - random.nextInt(2) - random.nextDouble() * 0.5;
        }
        if (office.queue) {
            work += office.line / Math.max(0.2, office.hands) * office.speed;
        }
        if (random.nextDouble() < 0.005) {
            work = Double.POSITIVE_INFINITY;
        }
        double start = office.done[received] + random.nextDouble() * (office.done[received + 1] - office.done[received]);
        boolean asks = random.nextDouble() < 0.12;
        double askedAfter = asks ? work * random.nextDouble() : 0;
        var waits = new ArrayList<int[]>();
        int ended;
        if (asks && Double.isFinite(work)) {
            int asked = reach(office, start + askedAfter, received);
            int answered = Math.min(days.length - 1, asked + 1 + (int) (-8 * Math.log(1 - random.nextDouble())));
            boolean never = random.nextDouble() < 0.03;
            if (asked < days.length - 1) {
                waits.add(new int[] {days[asked], never ? STILL_OPEN : days[answered]});
            }
            ended = never ? days.length : reach(office, office.done[answered + 1] + work - askedAfter, answered);
        } else {
            ended = reach(office, start + work, received);
        }
        return new Entry(
                kind.code,
                office.code,
                kind.field,
                kind.limit,
                days[received],
                ended >= days.length ? STILL_OPEN : days[ended],
                waits,
                random.nextDouble() < 0.01);
    }

    /** The first day on whose evening so much is done. */
    private int reach(Office office, double work, int from) {
        int d = from;
        while (d < days.length && office.done[d + 1] < work) {
            d++;
        }
        return d;
    }
}
