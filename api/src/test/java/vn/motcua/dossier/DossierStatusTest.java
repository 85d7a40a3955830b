package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DossierStatusTest {
    /** The table of the reference, by the portal's numbers. */
    private static final Map<Integer, Set<Integer>> MOVES = Map.of(
            1, Set.of(2, 3, 5, 6, 7),
            2, Set.of(4, 5, 6, 7, 8, 9),
            3, Set.of(),
            4, Set.of(5, 6, 7, 8, 9),
            5, Set.of(4, 2, 7, 8, 3),
            6, Set.of(4, 2, 9, 7, 8),
            7, Set.of(8, 4),
            8, Set.of(10),
            9, Set.of(10, 4),
            10, Set.of());

    @Test
    void everyPairOfStatesFollowsTheTable() {
        for (var from : DossierStatus.values()) {
            for (var to : DossierStatus.values()) {
                boolean allowed = from == to || MOVES.get(from.number()).contains(to.number());
                assertEquals(allowed, from.mayBecome(to), () -> from + " to " + to);
            }
        }
    }

    @Test
    void identifierAndNumberMeanTheSame() {
        for (var status : DossierStatus.values()) {
            assertEquals(Optional.of(status), DossierStatus.parse(status.name()));
            assertEquals(Optional.of(status), DossierStatus.parse(Integer.toString(status.number())));
        }
        assertEquals(Optional.empty(), DossierStatus.parse("11"));
        assertEquals(Optional.empty(), DossierStatus.parse("received"));
    }
}
