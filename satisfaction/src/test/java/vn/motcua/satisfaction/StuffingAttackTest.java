package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Small simulated attacks, always the same; {@code ./motcua bench stuffing} plays many. */
class StuffingAttackTest {
    private static final int AGENCIES = 30;
    private static final int LEARNING = 60;
    private static final int DAYS = 95;

    @Test
    void peopleAloneAreHardlyEverSuspected() {
        int cases = 0;
        for (int seed = 1; seed <= 3; seed++) {
            cases += new SimulatedProvince(seed, AGENCIES)
                    .live(DAYS, LEARNING, SimulatedProvince.Attack.NONE, 0)
                    .size();
        }
        // 105 days in which nobody cheats; one case would be 1 % of them.
        assertTrue(cases <= 2, cases + " false alarms");
    }

    @Test
    void aBotInOneNightAndAnInsiderWithOnePatternAreFound() {
        for (var attack : List.of(SimulatedAttack.BOT, SimulatedAttack.INSIDER)) {
            for (int seed = 1; seed <= 2; seed++) {
                var province = new SimulatedProvince(seed, AGENCIES);
                int target = province.agencyWith(8);
                var cases = province.live(DAYS, LEARNING, attack.from(70), target);
                assertTrue(
                        cases.stream().anyMatch(found -> found.forged() > 0),
                        attack + " with seed " + seed + ": " + cases);
            }
        }
    }
}
