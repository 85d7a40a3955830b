package vn.motcua.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The small structures that the index is made of, against plain ones. */
class PostingsTest {
    private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());

    @Test
    void seekFindsTheFirstDocumentNotBefore() {
        System.out.println("PostingsTest: -Dmotcua.seed=" + SEED);
        var random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            var documents =
                    random.ints(random.nextInt(60), 0, 200).sorted().distinct().toArray();
            var postings = new Postings();
            Arrays.stream(documents).forEach(document -> postings.add(document, 1f));
            int from = documents.length == 0 ? 0 : random.nextInt(documents.length);
            int wanted = random.nextInt(210);
            int expected = from;
            while (expected < documents.length && documents[expected] < wanted) {
                expected++;
            }
            assertEquals(expected, postings.seek(wanted, from));
        }
    }

    @Test
    void theLeastNumbersComeToTheFront() {
        System.out.println("PostingsTest: -Dmotcua.seed=" + SEED);
        var random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            var keys = random.longs(random.nextInt(1, 400)).distinct().toArray();
            var sorted = keys.clone();
            Arrays.sort(sorted);
            int count = random.nextInt(1, 400);
            int first = Selection.first(keys, count);
            assertEquals(Math.min(count, sorted.length), first);
            assertArrayEquals(Arrays.copyOf(sorted, first), Arrays.copyOf(keys, first));
            Arrays.sort(keys);
            assertArrayEquals(sorted, keys, "nothing was lost");
        }
    }

    @Test
    void pairsKeepTheirNumbers() {
        System.out.println("PostingsTest: -Dmotcua.seed=" + SEED);
        var random = new Random(SEED);
        var numbers = new PairNumbers();
        var plain = new HashMap<Long, Integer>();
        for (int i = 0; i < 50_000; i++) {
            int first = random.nextInt(-150, 150);
            int second = random.nextInt(1, 150);
            var expected = plain.computeIfAbsent((long) first << 32 | second, unseen -> plain.size());
            assertEquals(expected, numbers.number(first, second));
            assertEquals(expected, numbers.find(first, second));
        }
        assertEquals(-1, numbers.find(1_000, 1));
    }
}
