package vn.motcua.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void marksCaseAndTheLetterDoNotMatter() {
        assertEquals(List.of("dang", "ky", "khai", "sinh"), Folding.foldedWords("ĐĂNG KÝ Khai sinh"));
    }

    @Test
    void slugIsCutBetweenWords() {
        assertEquals("ho-tich", Folding.slug("Hộ tịch", 80));
        assertEquals("thi-dua", Folding.slug("Thi đua – Khen thưởng", 10));
    }
}
