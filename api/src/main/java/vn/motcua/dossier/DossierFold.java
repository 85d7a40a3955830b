package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
    private EventFacts facts = EventFacts.NONE;
    private UUID personKey;
    private Proofs proofs = Proofs.NONE;
    private OffsetDateTime firstReception;
    private OffsetDateTime pausedSince;
    private DossierStatus status;
    private int supplements;
    private int flags;
    private int freshFlags;
    private boolean freshNews;

    private DossierFold() {}

    /** @param events all events of one dossier, at least one */
    static Folded fold(Collection<StoredEvent> events) {
        var fold = new DossierFold();
        var ordered = events.stream().sorted(StoredEvent.ORDER).toList();
        ordered.forEach(fold::take);
        return fold.result(ordered.getLast().dossierCode());
    }

    private void take(StoredEvent event) {
        facts = event.facts().over(facts);
        personKey = event.personKey() != null ? event.personKey() : personKey;
        proofs = proofs.and(event.proofs());
        if (event.facts().dueAt() != null) {
            promise(new Promise(event.occurredAt(), event.facts().dueAt()));
        }
        if (status != null && !status.mayBecome(event.status())) {
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

    /** Systems repeat the date with every step; only another date is another promise. */
    private void promise(Promise promise) {
        if (promises.isEmpty() || !promises.getLast().dueAt().isEqual(promise.dueAt())) {
            promises.add(promise);
        }
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
            timeline.add(new Moment(event.status(), event.occurredAt(), agency));
            freshNews = event.fresh();
        } else {
            var before = timeline.removeLast();
            timeline.add(new Moment(before.status(), before.occurredAt(), agency != null ? agency : before.agency()));
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
                List.copyOf(promises),
                supplements,
                flags,
                freshFlags,
                freshNews,
                end.isEmpty() ? null : endedAt(end),
                end.isEmpty() ? null : outcome(end),
                List.copyOf(timeline));
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
