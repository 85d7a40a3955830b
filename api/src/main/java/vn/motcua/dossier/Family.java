package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import vn.motcua.dossier.Folded.Moment;

/**
 * The parent dossier of an interlinked procedure: its state is that of its least advanced child, and it is due when the last
 * child is (NĐ 63/2024/NĐ-CP; the rule is derived). Who and what it is about comes from its own events, where there are any.
 */
final class Family {
    private final Folded own;
    private final List<Child> children;
    private final Child least;

    /** @param own what the parent's own events say; null where there are none */
    Family(Folded own, Collection<Child> children) {
        this.own = own;
        this.children = children.stream().sorted(Child.BY_ADVANCE).toList();
        this.least = this.children.getFirst();
    }

    OffsetDateTime due() {
        return latest(Child::dueAt);
    }

    /** @param before null for a parent that nobody knew before */
    Folded parent(String code, DossierStatus before) {
        var last = latest(Child::lastEventAt);
        var status = least.status();
        return new Folded(
                code,
                status,
                own != null && own.lastEventAt().isAfter(last) ? own.lastEventAt() : last,
                own == null ? EventFacts.NONE : own.facts(),
                own != null && own.personKey() != null ? own.personKey() : least.personKey(),
                own == null ? Proofs.NONE : own.proofs(),
                own != null && own.receivedAt() != null ? own.receivedAt() : received(),
                status.clock() == ClockState.PAUSED ? least.pausedSince() : null,
                List.of(),
                List.of(),
                own == null ? 0 : own.supplements(),
                own == null ? 0 : own.flags(),
                own == null ? 0 : own.freshFlags(),
                own == null ? 0 : own.confirmed(),
                status != before,
                status.isEnd() ? latest(Child::endedAt) : null,
                status.isEnd() ? least.outcome() : null,
                timeline(),
                own == null ? Feeds.NONE : own.feeds());
    }

    private List<Moment> timeline() {
        var timeline = new ArrayList<Moment>(own == null ? List.of() : own.timeline());
        if (timeline.isEmpty() || timeline.getLast().status() != least.status()) {
            timeline.add(new Moment(least.status(), least.lastEventAt(), least.agency()));
        }
        return List.copyOf(timeline);
    }

    private OffsetDateTime received() {
        return children.stream()
                .map(Child::receivedAt)
                .filter(Objects::nonNull)
                .min(OffsetDateTime::compareTo)
                .orElse(null);
    }

    private OffsetDateTime latest(Function<Child, OffsetDateTime> time) {
        return children.stream()
                .map(time)
                .filter(Objects::nonNull)
                .max(OffsetDateTime::compareTo)
                .orElse(null);
    }
}
