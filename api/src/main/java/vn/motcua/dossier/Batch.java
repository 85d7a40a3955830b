package vn.motcua.dossier;

import static java.util.stream.Collectors.toSet;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.catalogue.PaperRef;
import vn.motcua.dossier.DossierStore.Appended;

/** One batch on its way through one transaction: what was sent, what of it is new, and what it raised. */
final class Batch {
    private final EventRows rows;
    private final int sent;
    private final Set<Integer> usedOtherwise = new HashSet<>();
    private final Map<String, Folded> folded = new ConcurrentHashMap<>();
    private final Map<String, List<ReturnCounts.Change>> returns = new ConcurrentHashMap<>();
    private final Map<Integer, PaperRef> papers = new HashMap<>();
    private final Set<PaperRef> foreign = new HashSet<>();
    private final Appended appended;

    Batch(EventRows rows, int sent, Appended appended) {
        this.rows = rows;
        this.sent = sent;
        this.appended = appended;
    }

    Appended appended() {
        return appended;
    }

    private boolean isAppended(int row) {
        return appended.eventIds().contains(rows.event(row).sent().eventId());
    }

    /** The new events of these dossiers. */
    Stream<StoredEvent> appendedEvents(Predicate<String> dossier) {
        return IntStream.range(0, rows.size())
                .filter(row -> dossier.test(rows.event(row).code().value()) && isAppended(row))
                .mapToObj(rows::stored);
    }

    /** The dossiers that new events name as what their own is a part of. */
    Set<String> parents() {
        return IntStream.range(0, rows.size())
                .filter(this::isAppended)
                .mapToObj(row -> rows.event(row).facts().parentCode())
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    List<UUID> notAppended() {
        return IntStream.range(0, rows.size())
                .filter(row -> !isAppended(row))
                .mapToObj(rows::key)
                .toList();
    }

    /** @param contents what the ids that were not new stand for */
    void compare(Map<UUID, UUID> contents) {
        for (int row = 0; row < rows.size(); row++) {
            var known = contents.get(rows.key(row));
            if (known != null && !known.equals(rows.content(row))) {
                usedOtherwise.add(row);
            }
        }
    }

    /** Notes what the events of one dossier raise; noting it again replaces what was noted. */
    void count(Collection<StoredEvent> events, Folded dossier, FoldRules rules) {
        folded.put(dossier.code(), dossier);
        returns.put(dossier.code(), ReturnCounts.changes(events, dossier, rules));
    }

    List<ReturnCounts.Change> returns() {
        return returns.values().stream().flatMap(List::stream).toList();
    }

    /** Notes which paper of which pinned version each new reason names. */
    void written(Refolding.Written written) {
        var pinned = new HashMap<String, Standing.Pinned>();
        written.dossiers().forEach(d -> pinned.put(d.dossier().code(), d.pinned()));
        for (int row = 0; row < rows.size(); row++) {
            var version = pinned.get(rows.event(row).code().value());
            if (rows.paper(row) != null && isAppended(row) && version != null && version.version() != null) {
                papers.put(row, new PaperRef(version.procedureCode(), version.version(), rows.paper(row)));
            }
        }
    }

    /** Until when applicants have to act, by the dossier that tells it, where the event that brought its state says so. */
    Map<String, OffsetDateTime> respondBy() {
        var earliest = new HashMap<String, OffsetDateTime>();
        for (int row = 0; row < rows.size(); row++) {
            var event = rows.event(row);
            var reason = event.sent().reason();
            var now = folded.get(event.code().value());
            boolean isPresent = now != null
                    && now.status() == event.status()
                    && now.lastEventAt().isEqual(event.occurredAt());
            if (reason != null && reason.respondBy() != null && isPresent && isAppended(row)) {
                var parent = event.facts().parentCode();
                earliest.merge(
                        parent == null ? event.code().value() : parent,
                        reason.respondBy(),
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return earliest;
    }

    Set<PaperRef> papers() {
        return Set.copyOf(papers.values());
    }

    void foreign(Set<PaperRef> papers) {
        foreign.addAll(papers);
    }

    private Set<ReasonPart> lacking(int row) {
        var lacking = EnumSet.noneOf(ReasonPart.class);
        lacking.addAll(rows.event(row).lacking());
        if (foreign.contains(papers.get(row))) {
            lacking.add(ReasonPart.COMPONENT_REF);
        }
        return lacking;
    }

    Taken taken() {
        var reused = new HashSet<Integer>();
        var unexplained = new TreeMap<Integer, Set<ReasonPart>>();
        var seen = new HashSet<Integer>();
        for (int place = 0; place < sent; place++) {
            int row = rows.rowOf(place);
            if (!rows.sameAsRow(place) || usedOtherwise.contains(row)) {
                reused.add(place);
            } else if (isAppended(row) && seen.add(row) && !lacking(row).isEmpty()) {
                unexplained.put(place, lacking(row));
            }
        }
        int confirmed = folded.values().stream().mapToInt(Folded::confirmed).sum();
        int accepted = appended.ids().size() - confirmed;
        int flagged = folded.values().stream().mapToInt(Folded::freshFlags).sum();
        return new Taken(accepted, sent - accepted - reused.size(), flagged, unexplained, reused);
    }
}
