package vn.motcua.report;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Publications;
import vn.motcua.dossier.CountingRule;
import vn.motcua.dossier.DossierCount;
import vn.motcua.dossier.DossierCounts;
import vn.motcua.dossier.DossierFigures;
import vn.motcua.dossier.FigureQuestion;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;
import vn.motcua.openapi.Vietnam;
import vn.motcua.quality.PetitionCount;
import vn.motcua.quality.PetitionSource;

/** The feed of indicators of an agency with the units below it. */
@Singleton
class Indicators {
    private static final int DECIMALS = 2;
    private static final Text DOSSIERS = new Text("hồ sơ", "dossiers");
    private static final Text PERCENT = new Text("%", "%");
    private static final Text DAYS = new Text("ngày", "days");
    private static final Text ITEMS = new Text("phản ánh, kiến nghị", "items of feedback");
    private static final Text PROCEDURES = new Text("thủ tục", "procedures");
    private static final Text NO_SOURCE = new Text("Chưa có nguồn số liệu.", "There is no source of data yet.");

    private final DossierFigures dossiers;
    private final Publications publications;
    private final Instance<PetitionSource> petitions;
    private final Agencies agencies;

    Indicators(
            DossierFigures dossiers, Publications publications, Instance<PetitionSource> petitions, Agencies agencies) {
        this.dossiers = dossiers;
        this.publications = publications;
        this.petitions = petitions;
        this.agencies = agencies;
    }

    Uni<IndicatorList> of(AgencyCode agency, ReportPeriod period, Language language) {
        var question = new FigureQuestion(agency, period.from(), period.to(), CountingRule.INDEX);
        return dossiers.counts(question, false)
                .chain(counts -> publications
                        .acts(agency, period.from(), period.to())
                        .chain(acts -> feedback(question).map(feedback -> {
                            var items = new ArrayList<Indicator>();
                            items.addAll(ofDossiers(counts, language));
                            items.addAll(ofPublications(acts, language));
                            items.addAll(ofFeedback(feedback, language));
                            return new IndicatorList(
                                    new Report.Agency(agency.value(), agencies.name(agency.value())),
                                    Report.Period.of(period),
                                    counts.asOf()
                                            .atZoneSameInstant(Vietnam.ZONE)
                                            .toOffsetDateTime(),
                                    items);
                        })));
    }

    private Uni<Optional<List<PetitionCount>>> feedback(FigureQuestion question) {
        return petitions.isResolvable()
                ? petitions
                        .get()
                        .totals(question.agency(), question.from(), question.to())
                        .map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private static List<Indicator> ofDossiers(DossierCounts counts, Language language) {
        var sum = counts.counts().stream().reduce(DossierCount.none("", null), DossierCount::plus);
        long dated = sum.onTime() + sum.overdue();
        return List.of(
                count(IndicatorWords.RECEIVED, DOSSIERS, sum.received(), language),
                count(IndicatorWords.CARRIED_OVER, DOSSIERS, sum.carriedOver(), language),
                count(IndicatorWords.RESOLVED, DOSSIERS, sum.done(), language),
                count(IndicatorWords.OPEN, DOSSIERS, sum.open(), language),
                count(IndicatorWords.OPEN_OVERDUE, DOSSIERS, sum.openOverdue(), language),
                share(IndicatorWords.ON_TIME, sum.onTime(), dated, language),
                share(IndicatorWords.RESOLVED_LATE, sum.doneOverdue(), sum.done(), language),
                share(IndicatorWords.ONLINE, sum.receivedOnline(), sum.received(), language),
                mean(IndicatorWords.MEAN_DAYS, sum.days(), sum.finished(), language));
    }

    private static List<Indicator> ofPublications(List<Publications.Act> acts, Language language) {
        return List.of(
                count(IndicatorWords.PUBLISHED_NEW, PROCEDURES, kind(acts, "NEW"), language),
                count(IndicatorWords.PUBLISHED_AMENDED, PROCEDURES, kind(acts, "AMENDED"), language),
                count(IndicatorWords.PUBLISHED_ABOLISHED, PROCEDURES, kind(acts, "ABOLISHED"), language));
    }

    private static long kind(List<Publications.Act> acts, String kind) {
        return acts.stream().filter(act -> act.kind().equals(kind)).count();
    }

    private static List<Indicator> ofFeedback(Optional<List<PetitionCount>> feedback, Language language) {
        if (feedback.isEmpty()) {
            return List.of(
                    missing(IndicatorWords.FEEDBACK_RECEIVED, ITEMS, language),
                    missing(IndicatorWords.FEEDBACK_ON_TIME, PERCENT, language));
        }
        var counts = feedback.get();
        return List.of(
                count(IndicatorWords.FEEDBACK_RECEIVED, ITEMS, sum(counts, PetitionCount::received), language),
                share(
                        IndicatorWords.FEEDBACK_ON_TIME,
                        sum(counts, PetitionCount::onTime),
                        sum(counts, PetitionCount::total),
                        language));
    }

    private static long sum(List<PetitionCount> counts, ToLongFunction<PetitionCount> measure) {
        return counts.stream().mapToLong(measure).sum();
    }

    private static Indicator count(IndicatorWords words, Text unit, long value, Language language) {
        return words.indicator(unit, BigDecimal.valueOf(value), null, null, null, language);
    }

    private static Indicator share(IndicatorWords words, long numerator, long denominator, Language language) {
        var value = denominator == 0
                ? null
                : BigDecimal.valueOf(numerator)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP);
        return words.indicator(PERCENT, value, numerator, denominator, null, language);
    }

    private static Indicator mean(IndicatorWords words, double days, long dossiers, Language language) {
        var value = dossiers == 0 ? null : BigDecimal.valueOf(days / dossiers).setScale(DECIMALS, RoundingMode.HALF_UP);
        return words.indicator(DAYS, value, Math.round(days), dossiers, null, language);
    }

    private static Indicator missing(IndicatorWords words, Text unit, Language language) {
        return words.indicator(unit, null, null, null, NO_SOURCE.in(language), language);
    }
}
