package vn.motcua.dossier;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an installation may set about folding.
 *
 * @param moves what may follow a state, where that differs from the derived table of {@link DossierStatus}
 * @param authorities sending systems by stage, the one with the most say first; a stage without a list hears all alike
 */
record FoldRules(Map<DossierStatus, Set<DossierStatus>> moves, Map<Stage, List<String>> authorities) {
    static final FoldRules DERIVED = new FoldRules(Map.of(), Map.of());

    FoldRules {
        moves = Map.copyOf(moves);
        authorities = Map.copyOf(authorities);
    }

    /** News of the same state (another official, another paper) always follows. */
    boolean mayFollow(DossierStatus from, DossierStatus to) {
        var own = moves.get(from);
        return own == null ? from.mayBecome(to) : from == to || own.contains(to);
    }

    /**
     * The system whose events count in a stage of this dossier: the first of the list that reported the stage at all. A
     * stage that is missing here hears everybody. It depends on the set of the events only, never on their order.
     */
    Map<Stage, String> deciding(List<StoredEvent> events) {
        if (authorities.isEmpty()) {
            return Map.of();
        }
        var deciding = new EnumMap<Stage, String>(Stage.class);
        authorities.forEach((stage, systems) -> systems.stream()
                .filter(system -> events.stream()
                        .anyMatch(e -> Stage.of(e.status()) == stage && Objects.equals(e.source(), system)))
                .findFirst()
                .ifPresent(system -> deciding.put(stage, system)));
        return deciding;
    }
}
