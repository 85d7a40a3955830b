package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How often simulated attacks are found and people alone suspected. In the package of the ratings, to judge with the very
 * statistics that serve; the simulated province is that of their tests.
 */
public final class StuffingTable {
    private static final int AGENCIES = 40;
    private static final int LEARNING = 60;
    private static final int BEGIN = 75;
    private static final int DAYS = 110;
    private static final double[] SIZES = {2, 6, 20};

    private final int worlds;

    private StuffingTable(int worlds) {
        this.worlds = worlds;
    }

    /** Prints the tables as Markdown: so many provinces for each line. */
    public static void main(String[] args) {
        var table = new StuffingTable(Integer.parseInt(args[0]));
        table.honest();
        table.attacks();
    }

    private void honest() {
        var cases = IntStream.range(0, worlds)
                .mapToObj(seed -> new SimulatedProvince(10_000 + seed, AGENCIES)
                        .live(DAYS, LEARNING, SimulatedProvince.Attack.NONE, 0))
                .flatMap(List::stream)
                .toList();
        int days = worlds * (DAYS - LEARNING);
        System.out.printf(
                Locale.ROOT,
                "%d provinces of %d agencies without an attack, %d days each: %d cases in %d days (%.2f %% of days),%n"
                        + "%d of the honest ratings held.%n%n",
                worlds,
                AGENCIES,
                DAYS - LEARNING,
                cases.size(),
                days,
                100.0 * cases.size() / days,
                cases.stream().mapToInt(SimulatedProvince.Case::ratings).sum());
    }

    private void attacks() {
        System.out.println("| attack | ratings a day of the agency | found | of the forged set apart"
                + " | honest set apart with 100 forged | first alarm after days | reasons |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (var attack : SimulatedAttack.values()) {
            for (double size : SIZES) {
                line(attack, size);
            }
        }
    }

    private void line(SimulatedAttack attack, double size) {
        int found = 0;
        long forged = 0;
        long caught = 0;
        long honest = 0;
        var first = new ArrayList<Integer>();
        var reasons = new TreeMap<SuspicionReason, Integer>();
        for (int seed = 0; seed < worlds; seed++) {
            var province = new SimulatedProvince(seed, AGENCIES);
            int target = province.agencyWith(size);
            var counted = new long[1];
            var from = attack.from(BEGIN);
            var cases = province.live(
                    DAYS,
                    LEARNING,
                    (world, agency, day) -> {
                        var ratings = from.on(world, agency, day);
                        counted[0] += ratings.size();
                        return ratings;
                    },
                    target);
            var hits = cases.stream().filter(one -> one.forged() > 0).toList();
            found += hits.isEmpty() ? 0 : 1;
            forged += counted[0];
            caught += hits.stream().mapToLong(SimulatedProvince.Case::forged).sum();
            honest +=
                    hits.stream().mapToLong(one -> one.ratings() - one.forged()).sum();
            hits.stream()
                    .findFirst()
                    .ifPresent(one -> first.add((int) (one.day().toEpochDay()
                            - SimulatedProvince.day(BEGIN).toEpochDay())));
            hits.forEach(one -> one.reasons().forEach(reason -> reasons.merge(reason, 1, Integer::sum)));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %d of %d | %.0f %% | %s | %s | %s |%n",
                attack.words,
                size,
                found,
                worlds,
                100.0 * caught / forged,
                caught == 0 ? "" : String.format(Locale.ROOT, "%.0f", 100.0 * honest / caught),
                median(first).isPresent()
                        ? String.format(Locale.ROOT, "%.0f", median(first).getAsDouble())
                        : "",
                reasons);
    }

    private static OptionalDouble median(List<Integer> days) {
        return days.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(days.stream().sorted().toList().get(days.size() / 2));
    }
}
