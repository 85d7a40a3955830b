package vn.motcua.satisfaction;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What is usual all over the country, estimated so that single agencies, honest or not, move it little. */
final class Usual {
    /** Agencies with fewer ratings say nothing of the spread between agencies. */
    private static final long FUNNEL_MINIMUM = 30;

    private static final double LEAST_UNREST = 0.02;
    /** Standard deviations of the funnel that no agency is cut down to (winsorising). */
    private static final double WINSOR = 1.645;

    private final Map<String, Known> agencies;
    private final double rate;
    private final double unrest;
    private final double fast;

    /** Days without a rating have no row; they are counted between the first and the last day of the agency. */
    private record Known(Baseline.Arrivals workdays, Baseline.Arrivals weekends, LocalDate last) {}

    /** The middle of all agencies, and how far they are spread beyond what chance makes of their numbers. */
    record Funnel(double satisfied, double spread) {}

    Usual(List<WatchStore.Arrived> arrivals, LocalDate since) {
        agencies = arrivals.stream()
                .collect(Collectors.groupingBy(
                        WatchStore.Arrived::agency,
                        Collectors.collectingAndThen(Collectors.toList(), rows -> known(rows, since))));
        double ratings = sum(arrivals, WatchStore.Arrived::ratings);
        double days = agencies.values().stream()
                .mapToLong(known -> known.workdays().days() + known.weekends().days())
                .sum();
        rate = Math.max(0.01, ratings / Math.max(1, days));
        unrest = unrest(arrivals);
        fast = (sum(arrivals, WatchStore.Arrived::fast) + 0.5) / (sum(arrivals, WatchStore.Arrived::timed) + 50);
    }

    private static Known known(List<WatchStore.Arrived> rows, LocalDate since) {
        var first = rows.stream()
                .map(WatchStore.Arrived::first)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var last = rows.stream()
                .map(WatchStore.Arrived::last)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        // Counted from the first rating on, an agency looks busier than it is; so that day counts as one more.
        var from = first.equals(since) ? since : first.minusDays(1);
        return new Known(of(rows, from, last, false), of(rows, from, last, true), last);
    }

    private static Baseline.Arrivals of(List<WatchStore.Arrived> rows, LocalDate from, LocalDate to, boolean weekend) {
        long ratings = rows.stream()
                .filter(row -> row.weekend() == weekend)
                .mapToLong(WatchStore.Arrived::ratings)
                .sum();
        return new Baseline.Arrivals(ratings, days(from, to, weekend));
    }

    /** Days of this kind, both ends included; 0 when the end comes first. */
    static long days(LocalDate from, LocalDate to, boolean weekend) {
        return to.isBefore(from)
                ? 0
                : from.datesUntil(to.plusDays(1))
                        .filter(day -> (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) == weekend)
                        .count();
    }

    Baseline.Arrivals workdays(String agency) {
        var known = agencies.get(agency);
        return known == null ? new Baseline.Arrivals(0, 0) : known.workdays();
    }

    Baseline.Arrivals weekends(String agency) {
        var known = agencies.get(agency);
        return known == null ? new Baseline.Arrivals(0, 0) : known.weekends();
    }

    /** Last day of which the arrivals are known; null before the first. */
    LocalDate last(String agency) {
        var known = agencies.get(agency);
        return known == null ? null : known.last();
    }

    /** Ratings of an agency on a day. */
    double rate() {
        return rate;
    }

    /** Variation of the rate from day to day beyond Poisson: what all squares exceed, by the squares of the means. */
    double unrest() {
        return unrest;
    }

    double fast() {
        return fast;
    }

    private double unrest(List<WatchStore.Arrived> arrivals) {
        double beyond = 0;
        double means = 0;
        for (var arrived : arrivals) {
            double days = (arrived.weekend() ? weekends(arrived.agency()) : workdays(arrived.agency())).days();
            if (days >= 10) {
                double mean = arrived.ratings() / days;
                beyond += (arrived.squares() - days * mean * mean) * days / (days - 1) - days * mean;
                means += days * mean * mean;
            }
        }
        return means == 0 ? 0.5 : Math.max(LEAST_UNREST, beyond / means);
    }

    private static double sum(List<WatchStore.Arrived> arrivals, ToDoubleFunction<WatchStore.Arrived> value) {
        return arrivals.stream().mapToDouble(value).sum();
    }

    /**
     * The median of agencies by their ratings, and the spread after DerSimonian and Laird with winsorised deviations, as
     * Spiegelhalter (2005) has it for funnel plots. With fewer than five agencies a wide guess.
     */
    static Funnel funnel(Map<String, WatchStore.Satisfied> agencies) {
        var large = agencies.values().stream()
                .filter(Objects::nonNull)
                .filter(agency -> agency.ratings() >= FUNNEL_MINIMUM)
                .sorted(Comparator.comparingDouble(Usual::share))
                .toList();
        if (large.size() < 5) {
            return new Funnel(0.8, 0.02);
        }
        double middle = Math.clamp(median(large), 0.02, 0.98);
        double most = Math.max(
                WINSOR,
                large.stream()
                        .map(agency -> Math.abs(deviation(agency, middle)))
                        .sorted()
                        .skip((long) (0.9 * (large.size() - 1)))
                        .findFirst()
                        .orElseThrow());
        double deviations = 0;
        double weights = 0;
        double squares = 0;
        for (var agency : large) {
            double weight = 1 / variance(agency, middle);
            deviations += Math.pow(Math.clamp(deviation(agency, middle), -most, most), 2);
            weights += weight;
            squares += weight * weight;
        }
        return new Funnel(middle, Math.max(0, (deviations - (large.size() - 1)) / (weights - squares / weights)));
    }

    private static double variance(WatchStore.Satisfied agency, double middle) {
        return middle * (1 - middle) / agency.ratings();
    }

    private static double deviation(WatchStore.Satisfied agency, double middle) {
        return (share(agency) - middle) / Math.sqrt(variance(agency, middle));
    }

    private static double share(WatchStore.Satisfied agency) {
        return (double) agency.satisfied() / agency.ratings();
    }

    /** Of agencies in the order of their shares, the one in which the middle rating lies. */
    private static double median(List<WatchStore.Satisfied> sorted) {
        long half = sorted.stream().mapToLong(WatchStore.Satisfied::ratings).sum() / 2;
        long sum = 0;
        for (var agency : sorted) {
            sum += agency.ratings();
            if (sum >= half) {
                return share(agency);
            }
        }
        return share(sorted.getLast());
    }
}
