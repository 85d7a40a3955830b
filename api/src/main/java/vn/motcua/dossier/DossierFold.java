package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.Folded.Moment;
import vn.motcua.satisfaction.EndedDossier.Outcome;

/**
 * Folds all events of one dossier into its present state. Events come late, twice and from several systems; only what they
 * say and when it happened counts, never the order of arrival.
 */
final class DossierFold {
    private final List<Moment> timeline = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private final Map<String, LocalDate> promised = new HashMap<>();
    private EventFacts facts = EventFacts.NONE;
    private UUID personKey;
    private Proofs proofs = Proofs.NONE;
    private OffsetDateTime firstReception;
    private OffsetDateTime pausedSince;
    private DossierStatus status;
    private int supplements;
    private int flags;
    private int freshFlags;
    private int confirmed;
    private int alike;
    private boolean freshNews;
    private StoredEvent before;
    private final Feeds.Builder feeds = new Feeds.Builder();

    private DossierFold() {}

    /** @param events all events of one dossier, at least one */
    static Folded fold(Collection<StoredEvent> events, FoldRules rules) {
        var fold = new DossierFold();
        var ordered = events.stream().sorted(StoredEvent.ORDER).toList();
        var deciding = rules.deciding(ordered);
        // What another system than the deciding one says of a stage is kept and completes the facts, but moves nothing.
        ordered.stream().filter(e -> !decides(e, deciding)).forEach(fold::learn);
        ordered.stream().filter(e -> decides(e, deciding)).forEach(event -> fold.take(event, rules));
        return fold.result(ordered.getLast().dossierCode());
    }

    private static boolean decides(StoredEvent event, Map<Stage, String> deciding) {
        var system = deciding.get(Stage.of(event.status()));
        return system == null || system.equals(event.source());
    }

    private void learn(StoredEvent event) {
        facts = event.facts().over(facts);
        personKey = event.personKey() != null ? event.personKey() : personKey;
        proofs = proofs.and(event.proofs());
        feeds.add(event);
    }

    private void take(StoredEvent event, FoldRules rules) {
        learn(event);
        confirm(event);
        if (event.facts().dueAt() != null) {
            promise(
                    event.source(),
                    new Promise(event.occurredAt(), event.facts().dueAt()));
        }
        if (status != null && !rules.mayFollow(status, event.status())) {
            flags++;
            freshFlags += event.fresh() ? 1 : 0;
        }
        if (status != event.status() && event.status() == DossierStatus.SUPPLEMENT_REQUESTED) {
            supplements++;
        }
        if (firstReception == null && event.status() == DossierStatus.RECEIVED) {
            firstReception = event.occurredAt();
        }
        pause(event);
        moment(event);
        status = event.status();
    }

    /**
     * Systems repeat their date with every step, some with another time of day. Only another date than the one that the
     * same system gave before is another promise, and not where it only follows another system.
     */
    private void promise(String system, Promise promise) {
        var date = Deadline.date(promise.dueAt());
        boolean repeated = date.equals(promised.put(system, date));
        boolean follows = !promises.isEmpty()
                && date.equals(Deadline.date(promises.getLast().dueAt()));
        if (!repeated && !follows) {
            promises.add(promise);
        }
    }

    /** The same news from several systems lies side by side; a batch comes from one of them. */
    private void confirm(StoredEvent event) {
        boolean known = before != null && Arrays.equals(before.contentHash(), event.contentHash());
        confirmed += known && (event.fresh() || (alike == 1 && before.fresh())) ? 1 : 0;
        alike = known ? alike + 1 : 1;
        before = event;
    }

    private void pause(StoredEvent event) {
        boolean pauses = event.status().clock() == ClockState.PAUSED;
        if (!pauses) {
            pausedSince = null;
        } else if (pausedSince == null) {
            pausedSince = event.occurredAt();
        }
    }

    /** Two systems that report the same step make one entry. */
    private void moment(StoredEvent event) {
        var agency = event.facts().agency();
        var same = !timeline.isEmpty()
                && timeline.getLast().status() == event.status()
                && timeline.getLast().occurredAt().isEqual(event.occurredAt());
        if (!same) {
            timeline.add(new Moment(event.status(), event.occurredAt(), agency, event.reasonMissing()));
            freshNews = event.fresh();
        } else {
            var known = timeline.removeLast();
            timeline.add(new Moment(
                    known.status(),
                    known.occurredAt(),
                    agency != null ? agency : known.agency(),
                    known.reasonMissing() && event.reasonMissing()));
            freshNews &= event.fresh();
        }
    }

    private Folded result(String code) {
        var received = facts.receivedAt() != null ? facts.receivedAt() : firstReception;
        var pauses = Pauses.of(timeline, received);
        var end = finalRun();
        return new Folded(
                code,
                status,
                timeline.getLast().occurredAt(),
                facts,
                personKey,
                proofs,
                received,
                pausedSince,
                pauses.waits(),
                promises(received),
                supplements,
                flags,
                freshFlags,
                confirmed,
                freshNews,
                end.isEmpty() ? null : endedAt(end),
                end.isEmpty() ? null : outcome(end),
                List.copyOf(timeline),
                feeds.build());
    }

    /** A date that only a system without the last word gave completes the facts: it is held to have been given at once. */
    private List<Promise> promises(OffsetDateTime received) {
        if (!promises.isEmpty() || facts.dueAt() == null) {
            return List.copyOf(promises);
        }
        var at = received != null ? received : timeline.getLast().occurredAt();
        return List.of(new Promise(at, facts.dueAt()));
    }

    /** The end states at the end of the timeline, for example result ready, then returned. */
    private List<Moment> finalRun() {
        int from = timeline.size();
        while (from > 0 && timeline.get(from - 1).status().isEnd()) {
            from--;
        }
        return timeline.subList(from, timeline.size());
    }

    /** Processing ends when the result is ready; without such an event, with the first end state. */
    private static OffsetDateTime endedAt(List<Moment> end) {
        return end.stream()
                .filter(m -> m.status() == DossierStatus.RESULT_READY)
                .findFirst()
                .orElse(end.getFirst())
                .occurredAt();
    }

    private Outcome outcome(List<Moment> end) {
        boolean ready = end.stream().anyMatch(m -> m.status() == DossierStatus.RESULT_READY);
        boolean stopped = end.stream().anyMatch(m -> m.status() == DossierStatus.STOPPED);
        return switch (status) {
            case REFUSED -> Outcome.REFUSED;
            case RESULT_READY -> Outcome.RESULT_READY;
            // Papers of a stopped dossier are returned too; that is no result.
            case RETURNED -> stopped && !ready ? stoppedOrWithdrawn(end) : Outcome.RETURNED;
            case STOPPED -> stoppedOrWithdrawn(end);
            case SUBMITTED, RECEIVED, IN_PROGRESS, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWAL_REQUESTED ->
                throw new IllegalStateException("not an end state: " + status);
        };
    }

    private Outcome stoppedOrWithdrawn(List<Moment> end) {
        int before = timeline.size() - end.size() - 1;
        return before >= 0 && timeline.get(before).status() == DossierStatus.WITHDRAWAL_REQUESTED
                ? Outcome.WITHDRAWN
                : Outcome.STOPPED;
    }
}
