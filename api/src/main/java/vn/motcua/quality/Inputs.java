package vn.motcua.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds what was entered for an agency and a period. An entry of the whole period is taken as it is; else shorter periods that
 * fill it without gap are added up, of what counts procedures as they stand the latest is taken. An agency without an entry of
 * its own is the sum of the units directly below it that have one.
 */
final class Inputs {
    private final List<QualityInput> entered;
    private final LocalDate from;
    private final LocalDate to;

    /** @param entered the versions that count, of all agencies at hand */
    Inputs(List<QualityInput> entered, LocalDate from, LocalDate to) {
        this.entered = entered.stream().filter(input -> !input.takenBack()).toList();
        this.from = from;
        this.to = to;
    }

    Optional<Figure> find(String agency, Metric metric) {
        var own = entered.stream()
                .filter(input -> input.metric() == metric && input.agency().equals(agency))
                .toList();
        var found = inPeriod(own, metric);
        return found.isPresent() || metric.isStock() ? found : ofUnits(agency, metric);
    }

    private Optional<Figure> inPeriod(List<QualityInput> own, Metric metric) {
        var whole = own.stream().filter(input -> input.lasts(from, to)).findFirst();
        if (whole.isPresent()) {
            return whole.map(input -> input.figure(null));
        }
        var parts = own.stream()
                .filter(input -> input.liesIn(from, to))
                .sorted(Comparator.comparing(QualityInput::from))
                .toList();
        if (metric.isStock()) {
            return parts.stream()
                    .max(Comparator.comparing(QualityInput::to))
                    .map(input -> input.figure(QualityNote.LATEST_OF_PERIOD));
        }
        return filling(parts)
                .map(all -> sum(all.stream().map(input -> input.figure(null)).toList(), QualityNote.SUM_OF_PERIODS));
    }

    /** Periods one after the other from the first day to the last; of several that begin alike the longest. */
    private Optional<List<QualityInput>> filling(List<QualityInput> parts) {
        var chosen = new ArrayList<QualityInput>();
        for (var day = from; !day.isAfter(to); day = chosen.getLast().to().plusDays(1)) {
            var next = day;
            var part = parts.stream()
                    .filter(input -> input.from().equals(next) && input.score() == null)
                    .max(Comparator.comparing(QualityInput::to));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            chosen.add(part.get());
        }
        return Optional.of(chosen);
    }

    private Optional<Figure> ofUnits(String agency, Metric metric) {
        var units = new TreeSet<String>();
        entered.stream()
                .filter(input -> input.metric() == metric)
                .forEach(input -> UnitTree.unitBelow(agency, input.agency()).ifPresent(units::add));
        var figures = units.stream()
                .flatMap(unit -> find(unit, metric).stream())
                .filter(figure -> figure.score() == null)
                .toList();
        return figures.isEmpty() ? Optional.empty() : Optional.of(sum(figures, QualityNote.SUM_OF_UNITS));
    }

    /** Named after the first source, and as old as the oldest. */
    private static Figure sum(List<Figure> figures, QualityNote note) {
        return new Figure(
                figures.stream().mapToLong(Figure::numerator).sum(),
                figures.stream().mapToLong(Figure::denominator).sum(),
                null,
                Figure.Basis.INPUT,
                figures.getFirst().source(),
                figures.stream()
                        .map(Figure::asOf)
                        .filter(day -> day != null)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                note);
    }
}
