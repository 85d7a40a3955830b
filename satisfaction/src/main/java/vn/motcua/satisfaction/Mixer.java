package vn.motcua.satisfaction;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.motcua.openapi.Vietnam;

/**
 * Turns resting ratings into mixed ones and publishes what they say, agency by agency, each in one transaction: ratings that
 * may leave (the {@link Watch} has looked at them) are opened, shuffled and written, their answers counted, and what has
 * ten answers published. One mixing runs
 * at a time, in whatever replica: counters have one writer, so nothing is lost and nobody waits for a row.
 */
@Singleton
class Mixer {
    /** Not static: a native executable would carry one seed, the same at every start. */
    private final SecureRandom random = new SecureRandom();

    private final Pool pool;
    private final MixStore store;
    private final PublicationStore publication;
    private final Questionnaires questionnaires;
    private final TicketKeys keys;
    private final SatisfactionConfig config;
    private final Ledger ledger;
    private final Holding holding;
    private final Comments comments;
    private final Watch watch;

    Mixer(
            Pool pool,
            MixStore store,
            PublicationStore publication,
            Questionnaires questionnaires,
            TicketKeys keys,
            SatisfactionConfig config,
            Ledger ledger,
            Holding holding,
            Comments comments,
            Watch watch) {
        this.pool = pool;
        this.store = store;
        this.publication = publication;
        this.questionnaires = questionnaires;
        this.keys = keys;
        this.config = config;
        this.ledger = ledger;
        this.holding = holding;
        this.comments = comments;
        this.watch = watch;
    }

    /** Ratings of one agency by one version of a questionnaire. */
    record Pile(String questionnaire, int version, String agency) {}

    /** Everything that rests or waits. */
    Uni<Void> mixAll(LocalDate today) {
        return mixAgencies(null, today)
                .eventually(() -> holding.keepPromises(today))
                .chain(() -> comments.tend(today));
    }

    /** Only what concerns these; null means every agency. */
    Uni<Void> mixAgencies(Collection<String> agencies, LocalDate today) {
        return pool.withTransaction(transaction -> store.lock(transaction)
                        .chain(() -> publication.countEnded(transaction))
                        .chain(() -> watch.examine(transaction, agencies, today)))
                .chain(() -> store.piles(agencies, today))
                .chain(piles -> Multi.createFrom()
                        .iterable(piles)
                        .onItem()
                        .transformToUni(pile -> mix(pile, today))
                        // One agency whose ratings cannot be opened must not hold up the others; it fails at the end.
                        .collectFailures()
                        .concatenate()
                        .onItem()
                        .ignoreAsUni());
    }

    private Uni<Void> mix(Pile pile, LocalDate today) {
        return pool.withTransaction(transaction -> store.lock(transaction)
                .chain(() -> questionnaires.asked(transaction, pile.questionnaire(), pile.version()))
                .chain(asked -> ledger.open(transaction)
                        .chain(entries -> mix(transaction, new Round(pile, asked, today, entries))
                                .chain(() -> ledger.close(transaction, entries)))));
    }

    /** One turn of mixing, and what it adds to the ledger. */
    private record Round(Pile pile, Questionnaire asked, LocalDate today, LedgerEntries ledger) {}

    private Uni<Void> mix(SqlConnection transaction, Round round) {
        return publication
                .months(transaction, round.pile())
                .chain(published -> store.sizes(transaction, round.pile(), round.today())
                        .chain(sizes -> open(
                                transaction,
                                round,
                                Lattice.leaving(
                                        sizes,
                                        mayCoarsen(
                                                round, published, round.asked().overallCode()))))
                        .chain(mixed -> publish(transaction, round, mixed, published)));
    }

    /** Takes the groups out of their rest, and writes them shuffled. */
    private Uni<List<MixStore.Mixed>> open(SqlConnection transaction, Round round, List<Lattice.Group> groups) {
        var mixed = new ArrayList<MixStore.Mixed>();
        var written = new ArrayList<Comments.Written>();
        return Multi.createFrom()
                .iterable(groups)
                .onItem()
                .transformToUniAndConcatenate(
                        group -> store.take(transaction, round.pile(), group.cells(), round.today())
                                .invoke(taken -> comments.read(group.kept().month(), taken, written))
                                .invoke(taken -> mixed.addAll(counted(round, group, taken))))
                .onItem()
                .ignoreAsUni()
                .chain(() -> {
                    Collections.shuffle(mixed, random);
                    return mixed.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : store.insert(transaction, round.pile(), mixed)
                                    .chain(() -> watch.learn(transaction, round.pile(), mixed));
                })
                .chain(() -> comments.gather(transaction, round.pile().agency(), written, round.today()))
                .replaceWith(mixed);
    }

    /** Enters a group in the ledger as one batch. */
    private List<MixStore.Mixed> counted(Round round, Lattice.Group group, List<byte[]> taken) {
        int questions = round.asked().items().size();
        var opened = taken.stream()
                .map(content -> Opened.ofBytes(keys.unseal(content), questions))
                .toList();
        long batch = round.ledger().count(round.pile(), round.asked(), group.kept(), opened);
        return opened.stream()
                .map(rating -> new MixStore.Mixed(group.kept(), rating.answers(), batch))
                .toList();
    }

    /** What was said now joins what waits; question by question, what has ten answers is published and the rest waits on. */
    private Uni<Void> publish(
            SqlConnection transaction,
            Round round,
            List<MixStore.Mixed> mixed,
            Map<String, List<YearMonth>> published) {
        return publication.takeWaiting(transaction, round.pile()).chain(waiting -> {
            mixed.forEach(rating -> add(waiting, rating, round.asked()));
            var atoms = new ArrayList<PublicationStore.Entry>();
            var rest = new ArrayList<PublicationStore.Entry>();
            waiting.forEach((item, said) -> {
                var sizes = said.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().levels().n()));
                for (var group : Lattice.leaving(sizes, mayCoarsen(round, published, item))) {
                    var sum = group.cells().stream().map(said::get).reduce(Said.NOTHING, Said::plus);
                    atoms.add(new PublicationStore.Entry(item, group.kept(), sum));
                    group.cells().forEach(said::remove);
                }
                said.forEach((cell, left) -> rest.add(new PublicationStore.Entry(item, cell, left)));
            });
            return publication
                    .wait(transaction, round.pile(), rest)
                    .chain(() -> publication.publish(transaction, round.pile(), atoms, Vietnam.today()));
        });
    }

    static void add(Map<String, Map<Cell, Said>> waiting, MixStore.Mixed rating, Questionnaire asked) {
        boolean satisfied = rating.answers().satisfied(asked.overall());
        for (int place = 0; place < asked.items().size(); place++) {
            if (rating.answers().has(place)) {
                waiting.computeIfAbsent(asked.items().get(place).code(), item -> new HashMap<>())
                        .merge(
                                rating.kept(),
                                Said.once(rating.answers().levels().get(place), satisfied),
                                Said::plus);
            }
        }
    }

    /** What comes after its month was closed is counted with fewer attributes, or with the next month. */
    private Predicate<YearMonth> mayCoarsen(Round round, Map<String, List<YearMonth>> published, String item) {
        var known = published.getOrDefault(item, List.of());
        return month -> !known.contains(month)
                || month.atEndOfMonth().plusDays(config.closeAfterDays()).isBefore(round.today());
    }
}
