package vn.motcua.satisfaction;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Looks at ratings before they are mixed: all that are due of an agency together, never one alone, never fewer than ten. What
 * does not look like people's is set apart whole ({@link Quarantine}): to pick out those that say the same would tell what each
 * of them says.
 */
@Singleton
class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final WatchStore store;
    private final Quarantine quarantine;
    private final Questionnaires questionnaires;
    private final TicketKeys keys;
    private final SatisfactionConfig config;
    private final Ledger ledger;
    private final Comments comments;

    Watch(
            WatchStore store,
            Quarantine quarantine,
            Questionnaires questionnaires,
            TicketKeys keys,
            SatisfactionConfig config,
            Ledger ledger,
            Comments comments) {
        this.store = store;
        this.quarantine = quarantine;
        this.questionnaires = questionnaires;
        this.keys = keys;
        this.config = config;
        this.ledger = ledger;
        this.comments = comments;
    }

    /**
     * How strictly.
     *
     * @param learn ratings that must have been counted all over the country before anything is an alarm
     * @param falseAlarms share of alarms that may be false (Benjamini-Hochberg, over all agencies and reasons of a round)
     */
    record Rules(long learn, double falseAlarms) {}

    /** Ratings that are due, opened; without a questionnaire when they could not be. */
    private record Due(
            Mixer.Pile pile, Questionnaire asked, List<WatchStore.Resting> resting, List<Opened> ratings) {
        List<Answers> answers() {
            return ratings.stream().map(Opened::answers).toList();
        }
    }

    /** Ratings that are due, and how probable they are. */
    private record Judged(Due opened, Map<SuspicionReason, Double> chances, double expected) {}

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
                        // The ledger first, then resting ratings: whoever locks them the other way round waits in a ring.
                        : ledger.open(transaction)
                                .chain(entries -> examine(transaction, due, new Round(today, rules, entries))
                                        .chain(() -> ledger.close(transaction, entries))));
    }

    /** One look at all that is due, and what it adds to the ledger. */
    private record Round(LocalDate today, Rules rules, LedgerEntries ledger) {}

    private Uni<Void> examine(SqlConnection transaction, List<Mixer.Pile> due, Round round) {
        return each(due, pile -> open(transaction, pile, round.today()))
                .map(opened ->
                        opened.stream().filter(one -> one.asked() != null).toList())
                .chain(opened -> store.counted(transaction)
                        .chain(counted -> counted < round.rules().learn()
                                ? each(opened, clear -> pass(transaction, clear, round.today()))
                                        .replaceWithVoid()
                                : judge(transaction, opened, round)));
    }

    /** Ratings that cannot be opened rest on and are never mixed; they must not hold up those of other agencies. */
    private Uni<Due> open(SqlConnection transaction, Mixer.Pile pile, LocalDate today) {
        return questionnaires
                .asked(transaction, pile.questionnaire(), pile.version())
                .chain(asked -> store.ratings(transaction, pile, today)
                        .map(resting -> new Due(
                                pile,
                                asked,
                                resting,
                                resting.stream()
                                        .map(rating -> Opened.ofBytes(
                                                keys.unseal(rating.sealed()),
                                                asked.items().size()))
                                        .toList())))
                .onFailure(IllegalStateException.class)
                .invoke(failure -> LOG.errorf("ratings of %s rest on: %s", pile.agency(), failure.getMessage()))
                .onFailure(IllegalStateException.class)
                .recoverWithItem(new Due(pile, null, List.of(), List.of()));
    }

    private Uni<Void> judge(SqlConnection transaction, List<Due> opened, Round round) {
        return Baselines.of(store, transaction, round.today())
                .chain(baselines -> each(
                        opened,
                        one -> baselines.of(one.pile()).map(usual -> {
                            var cohort = Cohort.of(
                                    one.asked().overall(),
                                    one.resting(),
                                    one.answers(),
                                    baselines.last(one.pile().agency()));
                            return new Judged(one, Suspicion.chances(cohort, usual), Suspicion.expected(cohort, usual));
                        })))
                .chain(judged -> {
                    var threshold = Suspicion.threshold(
                            judged.stream()
                                    .flatMap(one -> one.chances().values().stream())
                                    .toList(),
                            round.rules().falseAlarms());
                    return each(judged, one -> decide(transaction, one, threshold, round));
                })
                .replaceWithVoid();
    }

    private Uni<Void> decide(SqlConnection transaction, Judged judged, double threshold, Round round) {
        var reasons = new TreeMap<SuspicionReason, Double>();
        judged.chances().forEach((reason, chance) -> {
            if (chance <= threshold) {
                reasons.put(reason, chance);
            }
        });
        if (reasons.isEmpty()) {
            return pass(transaction, judged.opened(), round.today());
        }
        var opened = judged.opened();
        var kept = Cell.common(
                opened.resting().stream().map(WatchStore.Resting::cell).toList());
        // What people wrote is read with what others wrote, whatever becomes of the levels.
        var written = new ArrayList<Comments.Written>();
        comments.read(
                kept.month(), opened.resting().stream().map(WatchStore.Resting::sealed).toList(), written);
        return arrived(transaction, opened, judged.expected())
                .chain(() -> store.take(transaction, opened.pile(), round.today()))
                .chain(() -> quarantine.open(
                        transaction,
                        new Quarantine.Apart(
                                opened.pile(),
                                opened.asked(),
                                kept,
                                opened.ratings(),
                                reasons),
                        round.ledger(),
                        round.today()))
                .chain(() -> comments.gather(transaction, opened.pile().agency(), written, round.today()));
    }

    private Uni<Void> pass(SqlConnection transaction, Due opened, LocalDate today) {
        return arrived(transaction, opened, -1).chain(() -> store.examined(transaction, opened.pile(), today));
    }

    /** @param expected what the days count for, when more came than people would have sent; negative when all count */
    private Uni<Void> arrived(SqlConnection transaction, Due opened, double expected) {
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
                        Cohort.patterns(
                                mixed.stream().map(MixStore.Mixed::answers).toList()));
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
