package vn.motcua.quality;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.motcua.catalogue.Publications;
import vn.motcua.dossier.CountingRule;
import vn.motcua.dossier.DossierCount;
import vn.motcua.dossier.DossierCounts;
import vn.motcua.dossier.DossierFigures;
import vn.motcua.dossier.FigureQuestion;
import vn.motcua.openapi.AgencyCode;

/** Gathers what every metric is made of, for an agency and each unit directly below it. */
@ApplicationScoped
class QualityFigures {
    private final DossierFigures dossiers;
    private final Publications publications;
    private final InputStore inputs;
    private final Instance<PetitionSource> petitions;

    /** @param units the agency's own figures stand under its own code */
    record Read(
            String agency, OffsetDateTime asOf, Map<Metric, Figure> whole, Map<String, Map<Metric, Figure>> units) {}

    QualityFigures(
            DossierFigures dossiers, Publications publications, InputStore inputs, Instance<PetitionSource> petitions) {
        this.dossiers = dossiers;
        this.publications = publications;
        this.inputs = inputs;
        this.petitions = petitions;
    }

    /** Everything that was read for one answer. */
    private record Sources(
            DossierCounts dossiers,
            Inputs inputs,
            List<Publications.Act> acts,
            List<PetitionCount> petitions,
            List<PetitionCount> petitionTotals,
            Map<String, Long> inTimeWithFeedback,
            boolean knowsPetitions,
            List<String> entered) {
        /** For the agency as a whole; what several of its units had in hand is one item. */
        Sources whole() {
            return new Sources(
                    dossiers,
                    inputs,
                    acts,
                    petitionTotals,
                    petitionTotals,
                    inTimeWithFeedback,
                    knowsPetitions,
                    entered);
        }
    }

    static FigureQuestion question(AgencyCode agency, LocalDate from, LocalDate to) {
        return new FigureQuestion(agency, from, to, CountingRule.INDEX);
    }

    Uni<Read> read(AgencyCode agency, LocalDate from, LocalDate to) {
        var question = question(agency, from, to);
        // One after the other: an answer holds one connection of the few.
        return DossierFigures.bounded(dossiers.counts(question, false)
                .chain(counts -> inputs.counting(agency, from, to)
                        .chain(entered -> publications
                                .acts(agency, from, to)
                                .chain(acts -> feedback(question)
                                        .map(known -> read(
                                                agency.value(),
                                                new Sources(
                                                        counts,
                                                        new Inputs(entered, from, to),
                                                        acts,
                                                        known.counts(),
                                                        known.totals(),
                                                        known.inTime(),
                                                        known.isKnown(),
                                                        entered.stream()
                                                                .map(QualityInput::agency)
                                                                .toList())))))));
    }

    private record Feedback(
            List<PetitionCount> counts, List<PetitionCount> totals, Map<String, Long> inTime, boolean isKnown) {
        static final Feedback NONE = new Feedback(List.of(), List.of(), Map.of(), false);
    }

    private Uni<Feedback> feedback(FigureQuestion question) {
        if (!petitions.isResolvable()) {
            return Uni.createFrom().item(Feedback.NONE);
        }
        var source = petitions.get();
        return source.counts(question.agency(), question.from(), question.to())
                .chain(counts -> source.totals(question.agency(), question.from(), question.to())
                        .chain(totals -> source.ownDossiersWithFeedback(question.from(), question.to())
                                .chain(codes -> dossiers.inTimeAmong(question, codes))
                                .map(inTime -> new Feedback(counts, totals, inTime, true))));
    }

    private static Read read(String agency, Sources sources) {
        var units = new TreeSet<String>();
        sources.dossiers().counts().forEach(count -> units.add(unit(agency, count.agency())));
        sources.entered().forEach(code -> UnitTree.unitBelow(agency, code).ifPresent(units::add));
        sources.petitions().forEach(count -> units.add(unit(agency, count.unit())));
        var ofUnits = new TreeMap<String, Map<Metric, Figure>>();
        for (var unit : units) {
            boolean own = unit.equals(agency);
            Predicate<String> within = own ? agency::equals : code -> UnitTree.covers(unit, code);
            ofUnits.put(unit, own ? computed(agency, sources, within) : figures(unit, sources, within));
        }
        var whole = figures(agency, sources.whole(), code -> true);
        return new Read(agency, sources.dossiers().asOf(), whole, ofUnits);
    }

    private static String unit(String agency, String code) {
        return UnitTree.unitBelow(agency, code).orElse(agency);
    }

    /** What is computed here stays; what cannot be is taken from what was entered. */
    private static Map<Metric, Figure> figures(String unit, Sources sources, Predicate<String> within) {
        var figures = computed(unit, sources, within);
        for (var metric : Metric.values()) {
            if (!figures.containsKey(metric)) {
                figures.put(metric, sources.inputs().find(unit, metric).orElse(UNKNOWN));
            }
        }
        return figures;
    }

    private static final Figure UNKNOWN =
            new Figure(0, 0, null, Figure.Basis.UNKNOWN, null, null, QualityNote.NO_SOURCE);

    private static Map<Metric, Figure> computed(String unit, Sources sources, Predicate<String> within) {
        var figures = new EnumMap<Metric, Figure>(Metric.class);
        dossiers(figures, sources, within);
        var published = sources.acts().stream()
                .filter(act -> within.test(act.authority()))
                .collect(Collectors.toMap(Publications.Act::code, act -> act, (earlier, later) -> later))
                .values();
        var inForce = published.stream().filter(act -> !act.isAbolition()).toList();
        if (!inForce.isEmpty()) {
            long complete = inForce.stream().filter(Publications.Act::complete).count();
            figures.put(
                    Metric.PUBLIC_CONTENT_FULL,
                    Figure.computed(complete, inForce.size(), QualityNote.PUBLISHED_IN_PERIOD));
        }
        if (sources.knowsPetitions()) {
            petitions(figures, sources, within);
        }
        return figures;
    }

    private static void dossiers(Map<Metric, Figure> figures, Sources sources, Predicate<String> within) {
        var count = sources.dossiers().counts().stream()
                .filter(one -> within.test(one.agency()))
                .reduce(DossierCount.none("", null), DossierCount::plus);
        long dated = count.onTime() + count.overdue();
        var undated = count.undated() > 0 ? QualityNote.UNDATED_LEFT_OUT : null;
        figures.put(Metric.DOSSIER_ON_TIME, Figure.computed(count.onTime(), dated, undated));
        figures.put(Metric.DOSSIER_MEAN_DAYS, Figure.mean(count.days(), count.finished()));
        figures.put(Metric.ONLINE_FILING, Figure.computed(count.receivedOnline(), count.received()));
        long withFeedback = sources.inTimeWithFeedback().entrySet().stream()
                .filter(entry -> within.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        figures.put(
                Metric.DOSSIER_RECEIVING_SATISFACTION,
                Figure.computed(
                        count.onTime() - withFeedback,
                        dated,
                        sources.knowsPetitions() ? QualityNote.TIMELINESS_ONLY : QualityNote.NO_FEEDBACK_SOURCE));
    }

    private static void petitions(Map<Metric, Figure> figures, Sources sources, Predicate<String> within) {
        long total = 0;
        long onTime = 0;
        long unsatisfied = 0;
        var kinds = new HashMap<PetitionCount.Kind, Long>();
        for (var count : sources.petitions()) {
            if (within.test(count.unit())) {
                total += count.total();
                onTime += count.onTime();
                unsatisfied += count.unsatisfied();
                kinds.merge(count.kind(), count.total(), Long::sum);
            }
        }
        figures.put(Metric.PETITION_PROCESSING_ON_TIME, Figure.computed(onTime, total));
        figures.put(Metric.PETITION_HANDLING_SATISFACTION, Figure.computed(total - unsatisfied, total));
        figures.put(
                Metric.PETITION_CLASSIFICATION_TTHC,
                Figure.computed(kinds.getOrDefault(PetitionCount.Kind.REGULATION, 0L), total));
        figures.put(
                Metric.PETITION_CLASSIFICATION_STAFF,
                Figure.computed(kinds.getOrDefault(PetitionCount.Kind.CONDUCT, 0L), total));
    }
}
