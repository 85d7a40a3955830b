package vn.motcua.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RecalibrationTest {
    @Test
    void withoutExperienceEveryChanceIsTakenAtItsWord() {
        var truth = new Recalibration().truth(0, 1);
        for (double chance = 0.1; chance < 1; chance += 0.1) {
            assertEquals(chance, Recalibration.worth(truth, chance), 1e-9);
            assertEquals(chance, Recalibration.ask(truth, chance), 1e-9);
        }
    }

    @Test
    void endsThatComeEarlyMoveTheQuestionDown() {
        var recalibration = new Recalibration();
        for (int i = 0; i < 20_000; i++) {
            double really = (i % 100 + 0.5) / 100 * 0.6;
            recalibration.learn(0, 0, really, true, 1);
        }
        var truth = recalibration.truth(0, 1);
        assertEquals(0.54, Recalibration.ask(truth, 0.9), 0.02);
        assertEquals(0.5, Recalibration.worth(truth, 0.3), 0.02);
    }

    @Test
    void openDossiersAreNotTakenForEnds() {
        var recalibration = new Recalibration();
        for (int i = 0; i < 20_000; i++) {
            double really = (i % 100 + 0.5) / 100;
            recalibration.learn(0, 0, Math.min(0.5, really), really < 0.5, 1);
        }
        var truth = recalibration.truth(0, 1);
        assertEquals(0.25, Recalibration.worth(truth, 0.25), 0.02);
        assertEquals(0.9, Recalibration.ask(truth, 0.9), 0.03);
    }

    @Test
    void promisesThatAreBrokenTooOftenAreMadeLater() {
        var recalibration = new Recalibration();
        var truth = recalibration.truth(0, 1);
        double before = recalibration.ask(truth, 1);
        for (int day = 0; day < 30; day++) {
            recalibration.due(1, 70, 100);
        }
        assertTrue(recalibration.ask(truth, 1) > before + 0.02);
        assertEquals(0.5, recalibration.ask(truth, 0), 1e-9);
    }
}
