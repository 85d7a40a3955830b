package vn.motcua.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void marksCaseAndTheLetterDoNotMatter() {
        assertEquals(List.of("dang", "ky", "khai", "sinh"), Folding.foldedWords("ĐĂNG KÝ Khai sinh"));
    }

    @Test
    void decomposedLettersAreTheSameWords() {
        var decomposed = Normalizer.normalize("đổi hộ chiếu", Normalizer.Form.NFD);
        assertEquals(Folding.words("đổi hộ chiếu"), Folding.words(decomposed));
    }

    @Test
    void everythingButLettersAndDigitsSeparates() {
        assertEquals(List.of("mau", "ct07", "2024"), Folding.foldedWords(" (Mẫu CT07)/2024\u0000 "));
    }

    @Test
    void slugIsCutBetweenWords() {
        assertEquals("ho-tich", Folding.slug("Hộ tịch", 80));
        assertEquals("thi-dua", Folding.slug("Thi đua – Khen thưởng", 10));
    }

    @Test
    void neighboursMakePairs() {
        assertEquals(List.of("khai_sinh", "sinh_lai"), Folding.pairs(List.of("khai", "sinh", "lai")));
    }
}
