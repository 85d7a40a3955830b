package vn.motcua.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpellerTest {
    private final Speller speller = new Speller(Map.of("chieu", 40, "chinh", 90, "thuong", 30, "truong", 20, "so", 80));

    @Test
    void aDroppedDoubledWrongOrSwappedLetterIsForgiven() {
        for (var typed : List.of("chiu", "chhieu", "chieo", "cheiu")) {
            assertTrue(
                    speller.near(typed, 4).stream().anyMatch(near -> near.key().equals("chieu")), typed);
        }
    }

    @Test
    void wordsOfOneSoundAreNearest() {
        var near = speller.near("chuong", 4);
        assertEquals("truong", near.getFirst().key());
        assertEquals(Sounds.of("chuong"), Sounds.of("truong"));
        assertEquals(Sounds.of("xo"), Sounds.of("so"));
        assertEquals(Sounds.of("lop"), Sounds.of("nop"));
        assertEquals(Sounds.of("giay"), Sounds.of("day"));
        assertNotEquals(Sounds.of("nghe"), Sounds.of("le"));
    }

    @Test
    void whatIsFarIsNotNear() {
        assertTrue(speller.near("xyz", 4).isEmpty());
    }
}
