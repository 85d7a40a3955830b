package vn.motcua.satisfaction;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks at ratings before they are mixed: all that are due of an agency together, never one alone, never fewer than ten. What
 * does not look like people's is set apart whole ({@link Quarantine}): to pick out those that say the same would tell what each
 * of them says.
 */
@Singleton
class Watch {
    /** How far back arrivals and satisfaction count as usual. */
    private static final int DAYS = 90;

    private final WatchStore store;
    private final Quarantine quarantine;
    private final Questionnaires questionnaires;
    private final TicketKeys keys;
    private final SatisfactionConfig config;

    Watch(
            WatchStore store,
            Quarantine quarantine,
            Questionnaires questionnaires,
            TicketKeys keys,
            SatisfactionConfig config) {
        this.store = store;
        this.quarantine = quarantine;
        this.questionnaires = questionnaires;
        this.keys = keys;
        this.config = config;
    }

    /**
     * How strictly.
     *
     * @param learn ratings that must have been counted all over the country before anything is an alarm
     * @param falseAlarms share of alarms that may be false (Benjamini-Hochberg, over all agencies and reasons of a round)
     */
    record Rules(long learn, double falseAlarms) {}

    /** Ratings that are due, opened. */
    private record Opened(
            Mixer.Pile pile, Questionnaire asked, List<WatchStore.Resting> resting, List<Answers> answers) {}

    /** Ratings that are due, and how probable they are. */
    private record Judged(Opened opened, Map<SuspicionReason, Double> chances, double expected) {}

    /** In the transaction that holds the lock of the mixing; null means every agency. */
    Uni<Void> examine(SqlConnection transaction, Collection<String> agencies, LocalDate today) {
        return examine(
                transaction,
                agencies,
                today,
                new Rules(config.watch().learn(), config.watch().falseAlarms()));
    }

    Uni<Void> examine(SqlConnection transaction, Collection<String> agencies, LocalDate today, Rules rules) {
        return store.due(transaction, agencies, today)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : each(due, pile -> open(transaction, pile, today))
                                .chain(opened -> store.counted(transaction)
                                        .chain(counted -> counted < rules.learn()
                                                ? each(opened, clear -> pass(transaction, clear, today, -1))
                                                        .replaceWithVoid()
                                                : judge(transaction, opened, today, rules))));
    }

    private Uni<Opened> open(SqlConnection transaction, Mixer.Pile pile, LocalDate today) {
        return questionnaires
                .asked(transaction, pile.questionnaire(), pile.version())
                .chain(asked -> store.ratings(transaction, pile, today)
                        .map(resting -> new Opened(
                                pile,
                                asked,
                                resting,
                                resting.stream()
                                        .map(rating -> Answers.ofBytes(keys.unseal(rating.sealed())))
                                        .toList())));
    }

    private Uni<Void> judge(SqlConnection transaction, List<Opened> opened, LocalDate today, Rules rules) {
        var since = today.minusDays(DAYS);
        return store.arrivals(transaction, since)
                .map(arrivals -> new Usual(arrivals, since))
                .chain(usual -> each(opened, one -> chances(transaction, one, usual, since)))
                .chain(judged -> {
                    var threshold = Suspicion.threshold(
                            judged.stream()
                                    .flatMap(one -> one.chances().values().stream())
                                    .toList(),
                            rules.falseAlarms());
                    return each(judged, one -> decide(transaction, one, threshold, today));
                })
                .replaceWithVoid();
    }

    private Uni<Judged> chances(SqlConnection transaction, Opened opened, Usual usual, LocalDate since) {
        var pile = opened.pile();
        return store.patterns(transaction, pile.agency(), pile)
                .chain(own -> store.patterns(transaction, "", pile)
                        .chain(all -> store.satisfied(transaction, pile, since.withDayOfMonth(1))
                                .map(satisfied -> {
                                    var funnel = Usual.funnel(satisfied);
                                    var baseline = new Baseline(
                                            usual.workdays(pile.agency()),
                                            usual.weekends(pile.agency()),
                                            usual.rate(),
                                            usual.unrest(),
                                            own,
                                            minus(all, own),
                                            usual.fast(),
                                            funnel.satisfied(),
                                            funnel.spread());
                                    var cohort = cohort(opened, usual.last(pile.agency()));
                                    return new Judged(
                                            opened,
                                            Suspicion.chances(cohort, baseline),
                                            Suspicion.expected(cohort, baseline));
                                })));
    }

    private static Map<String, Long> minus(Map<String, Long> all, Map<String, Long> own) {
        var others = new HashMap<String, Long>();
        all.forEach((pattern, ratings) -> {
            long left = ratings - own.getOrDefault(pattern, 0L);
            if (left > 0) {
                others.put(pattern, left);
            }
        });
        return others;
    }

    private static Cohort cohort(Opened opened, LocalDate lastKnown) {
        var resting = opened.resting();
        var fresh = resting.stream().filter(rating -> !rating.examined()).toList();
        var first = fresh.stream()
                .map(WatchStore.Resting::ratedOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
        var last = fresh.stream()
                .map(WatchStore.Resting::ratedOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
        // The days since those that are known, on which the agency might have had ratings and had these.
        var from = lastKnown == null || !lastKnown.isBefore(first) ? first : lastKnown.plusDays(1);
        var timed =
                fresh.stream().filter(rating -> rating.pace() != Pace.UNKNOWN).toList();
        int overall = opened.asked().overall();
        return new Cohort(
                resting.size(),
                fresh.size(),
                Usual.days(from, last, false),
                Usual.days(from, last, true),
                patterns(opened.answers()),
                timed.size(),
                timed.stream().filter(rating -> rating.pace() == Pace.FAST).count(),
                opened.answers().stream()
                        .filter(answers -> answers.satisfied(overall))
                        .count());
    }

    private static Map<String, Long> patterns(List<Answers> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answers::pattern, TreeMap::new, Collectors.counting()));
    }

    private Uni<Void> decide(SqlConnection transaction, Judged judged, double threshold, LocalDate today) {
        var reasons = new TreeMap<SuspicionReason, Double>();
        judged.chances().forEach((reason, chance) -> {
            if (chance <= threshold) {
                reasons.put(reason, chance);
            }
        });
        if (reasons.isEmpty()) {
            return pass(transaction, judged.opened(), today, -1);
        }
        var opened = judged.opened();
        return arrived(transaction, opened, judged.expected())
                .chain(() -> store.take(transaction, opened.pile(), today))
                .chain(() -> quarantine.open(
                        transaction,
                        opened.pile(),
                        opened.asked(),
                        opened.resting().stream().map(WatchStore.Resting::cell).toList(),
                        opened.answers(),
                        reasons,
                        today));
    }

    private Uni<Void> pass(SqlConnection transaction, Opened opened, LocalDate today, double expected) {
        return arrived(transaction, opened, expected).chain(() -> store.examined(transaction, opened.pile(), today));
    }

    /** @param expected what the days count for, when more came than people would have sent; negative when all count */
    private Uni<Void> arrived(SqlConnection transaction, Opened opened, double expected) {
        var days = new TreeMap<LocalDate, List<WatchStore.Resting>>();
        opened.resting().stream()
                .filter(rating -> !rating.examined())
                .forEach(rating -> days.computeIfAbsent(rating.ratedOn(), day -> new ArrayList<>())
                        .add(rating));
        long fresh = days.values().stream().mapToLong(List::size).sum();
        double share = expected < 0 || fresh <= expected ? 1 : expected / fresh;
        return store.arrived(
                transaction,
                opened.pile().agency(),
                days.entrySet().stream()
                        .map(day -> day(day.getKey(), day.getValue(), share))
                        .toList());
    }

    private static WatchStore.Day day(LocalDate day, List<WatchStore.Resting> ratings, double share) {
        if (share < 1) {
            return new WatchStore.Day(day, (int) Math.ceil(ratings.size() * share), 0, 0);
        }
        int timed = (int)
                ratings.stream().filter(rating -> rating.pace() != Pace.UNKNOWN).count();
        int fast = (int)
                ratings.stream().filter(rating -> rating.pace() == Pace.FAST).count();
        return new WatchStore.Day(day, ratings.size(), timed, fast);
    }

    /** What was counted now is usual from now on. */
    Uni<Void> learn(SqlConnection transaction, Mixer.Pile pile, List<MixStore.Mixed> mixed) {
        return mixed.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.learn(
                        transaction,
                        pile,
                        patterns(mixed.stream().map(MixStore.Mixed::answers).toList()));
    }

    private interface Step<A, B> {
        Uni<B> on(A one);
    }

    private static <A, B> Uni<List<B>> each(List<A> all, Step<A, B> step) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(step::on)
                .collect()
                .asList();
    }
}
