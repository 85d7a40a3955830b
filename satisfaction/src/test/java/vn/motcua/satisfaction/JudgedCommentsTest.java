package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rules of redaction and topics are worth, on comments that were judged by hand; they must not get worse. */
class JudgedCommentsTest {
    private static final List<String> FILES = List.of("written-1.txt", "written-2.txt");

    @Test
    void twoHundredCommentsAreJudged() throws IOException {
        assertEquals(200, all().size());
    }

    @Test
    void ofEveryClassAtLeastNineInTenAreTakenOut() throws IOException {
        var faults = new ArrayList<String>();
        JudgedComments.personal(all(), faults)
                .forEach((kind, score) -> assertTrue(score.recall() >= 0.9, kind + " " + score + " " + faults));
    }

    @Test
    void inAllHardlyAnythingIsMissedOrTakenOutWrongly() throws IOException {
        var faults = new ArrayList<String>();
        var score = JudgedComments.all(JudgedComments.personal(all(), faults));
        assertTrue(score.recall() >= 0.985, score + " " + faults);
        assertTrue(score.precision() >= 0.985, score + " " + faults);
    }

    @Test
    void topicsAreFoundAndRarelyWrong() throws IOException {
        var faults = new ArrayList<String>();
        var scores = JudgedComments.topics(all(), faults);
        var score = JudgedComments.all(scores);
        assertTrue(score.recall() >= 0.95, score + " " + faults);
        assertTrue(score.precision() >= 0.93, score + " " + faults);
        scores.forEach((topic, own) ->
                assertTrue(own.recall() >= 0.8 && own.precision() >= 0.75, topic + " " + own + " " + faults));
    }

    private static List<JudgedComments.Judged> all() throws IOException {
        var all = new ArrayList<JudgedComments.Judged>();
        for (var file : FILES) {
            all.addAll(JudgedComments.read(file));
        }
        return all;
    }
}
