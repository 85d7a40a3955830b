package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ratings set apart. A case is mixed like any other group, by itself: written shuffled in one transaction, without a path back,
 * and summed up. It is published as it stands and never divided; when it is released, its sums become atoms.
 */
@Singleton
class Quarantine {
    /** Not static: a native executable would carry one seed, the same at every start. */
    private final SecureRandom random = new SecureRandom();

    private final QuarantineStore store;
    private final MixStore mixed;
    private final PublicationStore publication;

    Quarantine(QuarantineStore store, MixStore mixed, PublicationStore publication) {
        this.store = store;
        this.mixed = mixed;
        this.publication = publication;
    }

    /** Ratings that are set apart together, and what of their attributes is kept. */
    record Apart(
            Mixer.Pile pile,
            Questionnaire asked,
            Cell kept,
            List<Opened> ratings,
            Map<SuspicionReason, Double> reasons) {}

    /** In the transaction that took these ratings out of their rest, under the lock of the mixing. */
    Uni<Void> open(SqlConnection transaction, Apart apart, LedgerEntries ledger, LocalDate today) {
        var words = apart.reasons().keySet().stream().map(Enum::name).collect(Collectors.joining(","));
        long batch = ledger.setAside(apart.pile(), apart.asked(), apart.kept(), apart.ratings(), words);
        var ratings = new ArrayList<MixStore.Mixed>();
        apart.ratings().forEach(one -> ratings.add(new MixStore.Mixed(apart.kept(), one.answers(), batch)));
        Collections.shuffle(ratings, random);
        return mixed.insert(transaction, apart.pile(), ratings)
                .chain(() -> store.open(transaction, apart, batch, today))
                .chain(id -> store.sums(transaction, id, sums(ratings, apart.kept(), apart.asked())));
    }

    private static List<PublicationStore.Entry> sums(List<MixStore.Mixed> ratings, Cell kept, Questionnaire asked) {
        var said = new HashMap<String, Map<Cell, Said>>();
        ratings.forEach(rating -> Mixer.add(said, rating, asked));
        return said.entrySet().stream()
                .map(item -> new PublicationStore.Entry(
                        item.getKey(), kept, item.getValue().get(kept)))
                .toList();
    }

    /** Counts a case: what ten answered becomes atoms at once, the rest waits with what waits. Under the lock of the mixing. */
    Uni<Void> release(SqlConnection transaction, long id, Mixer.Pile pile, LocalDate today) {
        return store.sums(transaction, id).chain(sums -> {
            var atoms = sums.stream()
                    .filter(entry -> entry.said().levels().n() >= Lattice.MINIMUM)
                    .toList();
            return publication
                    .publish(transaction, pile, atoms, today)
                    .chain(() -> publication.takeWaiting(transaction, pile))
                    .chain(waiting -> {
                        sums.stream()
                                .filter(entry -> entry.said().levels().n() < Lattice.MINIMUM)
                                .forEach(entry -> waiting.computeIfAbsent(entry.item(), item -> new HashMap<>())
                                        .merge(entry.cell(), entry.said(), Said::plus));
                        var rest = new ArrayList<PublicationStore.Entry>();
                        waiting.forEach((item, said) ->
                                said.forEach((cell, left) -> rest.add(new PublicationStore.Entry(item, cell, left))));
                        return publication.wait(transaction, pile, rest);
                    });
        });
    }
}
