package vn.motcua.satisfaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A province whose people rate as people do, day by day, with or without an attack, watched by the very statistics of the
 * service. Agencies differ in size and quality, days differ more than chance makes them, people who are content answer alike.
 */
final class SimulatedProvince {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final double FALSE_ALARMS = 0.01;
    private static final int WINDOW = 90;

    private final Random random;
    private final List<Agency> agencies = new ArrayList<>();
    private final Map<String, Long> patterns = new HashMap<>();

    private static final class Agency {
        final String code;
        final double rate;
        final double quality;
        final Map<String, Long> patterns = new HashMap<>();
        final TreeMap<LocalDate, int[]> arrivals = new TreeMap<>();
        final List<Rating> due = new ArrayList<>();
        long ratings;
        long satisfied;

        Agency(String code, double rate, double quality) {
            this.code = code;
            this.rate = rate;
            this.quality = quality;
        }
    }

    private record Rating(LocalDate day, String pattern, Pace pace, boolean forged) {}

    /** A case: of which agency, when, why, how many of its ratings are forged. */
    record Case(String agency, LocalDate day, List<SuspicionReason> reasons, int ratings, int forged) {}

    /** What somebody does to one agency on a day; most days nothing. */
    interface Attack {
        Attack NONE = (province, agency, day) -> List.of();

        List<String> on(SimulatedProvince province, int agency, LocalDate day);
    }

    SimulatedProvince(long seed, int agencies) {
        random = new Random(seed);
        for (int i = 0; i < agencies; i++) {
            double rate = 6 * gamma(1.2) + 0.3;
            this.agencies.add(new Agency("A" + i, rate, Math.clamp(0.85 + 0.07 * random.nextGaussian(), 0.5, 0.99)));
        }
    }

    static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    double rate(int agency) {
        return agencies.get(agency).rate;
    }

    int pick(int below) {
        return random.nextInt(below);
    }

    /** The agency whose usual number of ratings on a working day comes nearest to this. */
    int agencyWith(double rate) {
        return agencies.stream()
                .min(Comparator.comparingDouble(agency -> Math.abs(agency.rate - rate)))
                .map(agencies::indexOf)
                .orElseThrow();
    }

    /** Lives through the days; the first of them are only learned from. Forged ratings are fast when they begin with "!". */
    List<Case> live(int days, int learning, Attack attack, int target) {
        var cases = new ArrayList<Case>();
        for (int number = 0; number < days; number++) {
            var today = day(number);
            for (var agency : agencies) {
                agency.due.addAll(people(agency, today));
            }
            for (var forged : attack.on(this, target, today)) {
                agencies.get(target)
                        .due
                        .add(new Rating(
                                today,
                                forged.replace("!", ""),
                                forged.startsWith("!") ? Pace.FAST : Pace.UNKNOWN,
                                true));
            }
            cases.addAll(examine(today, number >= learning));
        }
        return cases;
    }

    private List<Rating> people(Agency agency, LocalDate day) {
        boolean weekend = day.getDayOfWeek().getValue() > 5;
        // Days differ by a fifth beyond chance.
        double mean = agency.rate * (weekend ? 0.25 : 1) * gamma(1 / 0.04) * 0.04;
        int count = poisson(mean);
        var ratings = new ArrayList<Rating>();
        for (int i = 0; i < count; i++) {
            ratings.add(new Rating(day, person(agency.quality), pace(), false));
        }
        return ratings;
    }

    private Pace pace() {
        double drawn = random.nextDouble();
        return drawn < 0.3 ? Pace.UNKNOWN : drawn < 0.315 ? Pace.FAST : Pace.USUAL;
    }

    /** Who is content answers much alike, and one in three gives the same level throughout. */
    private String person(double quality) {
        int overall = random.nextDouble() < quality
                ? random.nextDouble() < 0.5 ? 5 : 4
                : random.nextDouble() < 0.6 ? 3 : random.nextDouble() < 0.6 ? 2 : 1;
        boolean same = random.nextDouble() < 0.33;
        var pattern = new StringBuilder();
        for (int item = 0; item < 5; item++) {
            boolean none = item == 4 && random.nextDouble() < 0.5;
            double drawn = random.nextDouble();
            int level = same || drawn < 0.6 ? overall : drawn < 0.85 ? overall - 1 : overall + 1;
            pattern.append(none ? "-" : Integer.toString(Math.clamp(level, 1, 5)));
        }
        return pattern.append(overall).toString();
    }

    private List<Case> examine(LocalDate today, boolean judged) {
        var due = agencies.stream().filter(agency -> agency.due.size() >= 10).toList();
        var chances = new ArrayList<Map<SuspicionReason, Double>>();
        var expected = new ArrayList<Double>();
        if (judged) {
            var usual = new Usual(arrivals(today), today.minusDays(WINDOW));
            var funnel = Usual.funnel(agencies.stream()
                    .collect(Collectors.toMap(a -> a.code, a -> new WatchStore.Satisfied(a.satisfied, a.ratings))));
            for (var agency : due) {
                var cohort = cohort(agency, usual);
                var baseline = baseline(agency, usual, funnel);
                chances.add(Suspicion.chances(cohort, baseline));
                expected.add(Suspicion.expected(cohort, baseline));
            }
        }
        double threshold = Suspicion.threshold(
                chances.stream().flatMap(all -> all.values().stream()).toList(), FALSE_ALARMS);
        var cases = new ArrayList<Case>();
        for (int i = 0; i < due.size(); i++) {
            var agency = due.get(i);
            var reasons = judged
                    ? chances.get(i).entrySet().stream()
                            .filter(chance -> chance.getValue() <= threshold)
                            .map(Map.Entry::getKey)
                            .toList()
                    : List.<SuspicionReason>of();
            double share = reasons.isEmpty() ? 1 : Math.min(1, expected.get(i) / agency.due.size());
            arrive(agency, share);
            if (reasons.isEmpty()) {
                count(agency);
            } else {
                int forged = (int) agency.due.stream().filter(Rating::forged).count();
                cases.add(new Case(agency.code, today, reasons, agency.due.size(), forged));
            }
            agency.due.clear();
        }
        return cases;
    }

    private static void arrive(Agency agency, double share) {
        var days = agency.due.stream().collect(Collectors.groupingBy(Rating::day));
        days.forEach((day, ratings) -> {
            var counts = agency.arrivals.computeIfAbsent(day, none -> new int[3]);
            counts[0] += (int) Math.ceil(ratings.size() * share);
            if (share == 1) {
                counts[1] += (int)
                        ratings.stream().filter(r -> r.pace() != Pace.UNKNOWN).count();
                counts[2] += (int)
                        ratings.stream().filter(r -> r.pace() == Pace.FAST).count();
            }
        });
    }

    private void count(Agency agency) {
        for (var rating : agency.due) {
            agency.patterns.merge(rating.pattern(), 1L, Long::sum);
            patterns.merge(rating.pattern(), 1L, Long::sum);
            agency.ratings++;
            agency.satisfied += rating.pattern().charAt(5) > '3' ? 1 : 0;
        }
    }

    private List<WatchStore.Arrived> arrivals(LocalDate today) {
        var rows = new ArrayList<WatchStore.Arrived>();
        for (var agency : agencies) {
            var window = agency.arrivals.tailMap(today.minusDays(WINDOW), true);
            for (boolean weekend : new boolean[] {false, true}) {
                var days = window.entrySet().stream()
                        .filter(day -> (day.getKey().getDayOfWeek().getValue() > 5) == weekend)
                        .toList();
                if (!days.isEmpty()) {
                    rows.add(new WatchStore.Arrived(
                            agency.code,
                            weekend,
                            days.getFirst().getKey(),
                            days.getLast().getKey(),
                            days.stream().mapToLong(day -> day.getValue()[0]).sum(),
                            days.stream()
                                    .mapToLong(day -> (long) day.getValue()[0] * day.getValue()[0])
                                    .sum(),
                            days.stream().mapToLong(day -> day.getValue()[1]).sum(),
                            days.stream().mapToLong(day -> day.getValue()[2]).sum()));
                }
            }
        }
        return rows;
    }

    private static Cohort cohort(Agency agency, Usual usual) {
        var first =
                agency.due.stream().map(Rating::day).min(LocalDate::compareTo).orElseThrow();
        var last =
                agency.due.stream().map(Rating::day).max(LocalDate::compareTo).orElseThrow();
        var known = usual.last(agency.code);
        var from = known == null || !known.isBefore(first) ? first : known.plusDays(1);
        return new Cohort(
                agency.due.size(),
                agency.due.size(),
                Usual.days(from, last, false),
                Usual.days(from, last, true),
                agency.due.stream().collect(Collectors.groupingBy(Rating::pattern, Collectors.counting())),
                agency.due.stream()
                        .filter(rating -> rating.pace() != Pace.UNKNOWN)
                        .count(),
                agency.due.stream().filter(rating -> rating.pace() == Pace.FAST).count(),
                agency.due.stream()
                        .filter(rating -> rating.pattern().charAt(5) > '3')
                        .count());
    }

    private Baseline baseline(Agency agency, Usual usual, Usual.Funnel funnel) {
        var others = new HashMap<String, Long>();
        commonest(patterns).forEach((pattern, n) -> others.put(pattern, n - agency.patterns.getOrDefault(pattern, 0L)));
        return new Baseline(
                usual.workdays(agency.code),
                usual.weekends(agency.code),
                usual.rate(),
                usual.unrest(),
                commonest(agency.patterns),
                others,
                usual.fast(),
                funnel.satisfied(),
                funnel.spread());
    }

    private static Map<String, Long> commonest(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(300)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int poisson(double mean) {
        double left = Math.exp(-mean);
        int n = -1;
        for (double product = 1; product > left; product *= random.nextDouble()) {
            n++;
        }
        return n;
    }

    /** Gamma with this shape and scale 1 (Marsaglia and Tsang; shape at least 1). */
    private double gamma(double shape) {
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
