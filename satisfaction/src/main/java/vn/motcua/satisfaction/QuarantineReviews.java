package vn.motcua.satisfaction;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Vietnam;

/** Cases, as the public sees them and as their reviewer decides them. */
@Singleton
class QuarantineReviews {
    static final int MAX_CASES = 1_000;

    private static final List<String> COLUMNS = List.of(
            "case",
            "heldOn",
            "questionnaire",
            "version",
            "agency",
            "month",
            "field",
            "procedure",
            "outcome",
            "channel",
            "item",
            "factor",
            "level1",
            "level2",
            "level3",
            "level4",
            "level5",
            "heldAfterAtom",
            "state",
            "decidedAfterAtom");

    private final Pool pool;
    private final QuarantineStore store;
    private final MixStore mixing;
    private final Quarantine quarantine;
    private final Scoreboards scoreboards;
    private final ScoreLabels labels;
    private final Ledger ledger;

    QuarantineReviews(
            Pool pool,
            QuarantineStore store,
            MixStore mixing,
            Quarantine quarantine,
            Scoreboards scoreboards,
            ScoreLabels labels,
            Ledger ledger) {
        this.pool = pool;
        this.store = store;
        this.mixing = mixing;
        this.quarantine = quarantine;
        this.scoreboards = scoreboards;
        this.labels = labels;
        this.ledger = ledger;
    }

    /** What came of a decision. */
    sealed interface Outcome {
        record Done(QuarantineCase.Review review) implements Outcome {}

        /** Decided before, and otherwise. */
        record Decided(QuarantineCase.State state) implements Outcome {}

        /** The reviewer belongs to the agency. */
        record OwnAgency() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    Uni<QuarantineCase.Page> page(Selection selection, int limit, String cursor, Language language) {
        long before = Cursor.decode(cursor, "cursor", 1)
                .map(keys -> keys.number(0, "cursor"))
                .orElse(Long.MAX_VALUE);
        return store.page(selection, before, limit + 1)
                .chain(found -> store.notCounted(selection)
                        .chain(apart -> scoreboards.of(selection, language).map(scores -> {
                            var shown = found.subList(0, Math.min(limit, found.size()));
                            var counted = counted(scores);
                            return new QuarantineCase.Page(
                                    shown.stream()
                                            .map(one -> view(one, language))
                                            .toList(),
                                    found.size() > limit
                                            ? Cursor.of(shown.getLast().id()).encode()
                                            : null,
                                    scores.recipe(),
                                    QuarantineCase.Figure.of(counted),
                                    QuarantineCase.Figure.of(counted.plus(apart)));
                        })));
    }

    private static Levels counted(Scores scores) {
        var overall = scores.total().overall();
        if (overall == null || overall.hidden()) {
            return Levels.NONE;
        }
        var levels = overall.levels();
        return new Levels(levels.get(0), levels.get(1), levels.get(2), levels.get(3), levels.get(4));
    }

    Uni<List<QuarantineCase.Review>> inState(QuarantineCase.State state, Language language) {
        return store.inState(state)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(one -> review(one, language))
                        .collect()
                        .asList());
    }

    private Uni<QuarantineCase.Review> review(QuarantineStore.Found found, Language language) {
        return store.sums(found.id())
                .map(sums -> new QuarantineCase.Review(
                        view(found, language),
                        sums.stream()
                                .filter(entry -> entry.said().levels().n() >= Lattice.MINIMUM)
                                .map(entry -> new QuarantineCase.Question(
                                        entry.item(), entry.said().levels().asList()))
                                .toList(),
                        found.decidedBy()));
    }

    /** Decides once. The same decision again is answered like the first; an agency never decides on its own ratings. */
    Uni<Outcome> decide(
            long id, QuarantineCase.Decision.Verdict verdict, String explanation, String who, Caller caller) {
        var state = switch (verdict) {
            case RELEASE -> QuarantineCase.State.RELEASED;
            case REJECT -> QuarantineCase.State.REJECTED;
        };
        return pool.withTransaction(transaction -> mixing.lock(transaction)
                        .chain(() -> store.lock(transaction, id))
                        .chain(found -> {
                            if (found.isEmpty()) {
                                return refused(new Outcome.Unknown());
                            }
                            var locked = found.get();
                            if (isOwn(caller, locked.pile().agency())) {
                                return refused(new Outcome.OwnAgency());
                            }
                            if (locked.state() != QuarantineCase.State.HELD) {
                                return refused(locked.state() == state ? null : new Outcome.Decided(locked.state()));
                            }
                            return decide(transaction, id, locked, state, explanation, who);
                        }))
                .chain(refused -> refused != null
                        ? Uni.createFrom().item(refused)
                        : store.find(id)
                                .chain(found -> review(found.orElseThrow(), caller.language()))
                                .map(Outcome.Done::new));
    }

    private Uni<Outcome> decide(
            SqlConnection transaction,
            long id,
            QuarantineStore.Locked locked,
            QuarantineCase.State state,
            String explanation,
            String who) {
        boolean released = state == QuarantineCase.State.RELEASED;
        return ledger.open(transaction)
                .invoke(entries -> ledger.decide(entries, locked.batch(), released, explanation))
                .chain(entries -> {
                    // The day after the ledger was opened: atoms of one batch are never dated before those of the one
                    // before.
                    var today = Vietnam.today();
                    return store.decide(transaction, id, state, today, who, explanation)
                            .chain(() -> released
                                    ? quarantine.release(transaction, id, locked.pile(), today)
                                    : Uni.createFrom().voidItem())
                            .chain(() -> ledger.close(transaction, entries));
                })
                .chain(() -> refused(null));
    }

    private static Uni<Outcome> refused(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }

    /** Also the agency above or below it: it is judged by the same figure. */
    private static boolean isOwn(Caller caller, String agency) {
        return caller.agency()
                .flatMap(own -> AgencyCode.parse(agency).map(rated -> own.covers(rated) || rated.covers(own)))
                .orElse(false);
    }

    /** The open data of cases, for whoever recomputes a figure with them: the next cases after this one. */
    Uni<String> csv(long after, int cases) {
        return store.openData(after, cases).map(rows -> {
            var text = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
            rows.forEach(row -> text.append(line(row)).append("\r\n"));
            return text.toString();
        });
    }

    private static String line(Row row) {
        return IntStream.range(0, COLUMNS.size())
                .mapToObj(row::getValue)
                .map(value ->
                        value == null ? "" : value instanceof String text ? CsvScores.text(text) : value.toString())
                .collect(Collectors.joining(","));
    }

    private QuarantineCase view(QuarantineStore.Found found, Language language) {
        return new QuarantineCase(
                found.id(),
                found.pile().agency(),
                labels.agency(found.pile().agency()),
                found.pile().questionnaire(),
                found.pile().version(),
                found.month().toString(),
                found.ratings(),
                found.overall().asList(),
                found.reasons().entrySet().stream()
                        .map(reason -> QuarantineCase.Reason.of(reason.getKey(), reason.getValue(), language))
                        .toList(),
                found.state(),
                found.heldOn(),
                found.decidedOn(),
                found.explanation());
    }
}
