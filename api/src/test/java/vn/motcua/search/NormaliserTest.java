package vn.motcua.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormaliserTest {
    @Test
    void everythingButLettersAndDigitsSeparates() {
        assertEquals(List.of("mẫu", "ct07", "2024"), Normaliser.words(" (Mẫu CT07)/2024\u0000 "));
    }

    @Test
    void decomposedLettersAreTheSameWords() {
        var decomposed = Normalizer.normalize("đổi hộ chiếu", Normalizer.Form.NFD);
        assertEquals(Normaliser.words("đổi hộ chiếu"), Normaliser.words(decomposed));
    }

    @Test
    void theOldFontsLetterIsRepaired() {
        assertEquals(List.of("được"), Normaliser.words("đƣợc"));
    }

    @Test
    void marksCaseAndTheLetterDoNotMatter() {
        assertEquals(List.of("dang", "ki", "khai", "sinh"), Normaliser.keys("ĐĂNG KÝ Khai sinh"));
    }

    @Test
    void bothSpellingsOfAFinalIAreOne() {
        assertEquals(Normaliser.keys("lí lịch, kĩ thuật, quí"), Normaliser.keys("lý lịch, kỹ thuật, quý"));
        assertEquals(List.of("tay", "huy", "y"), Normaliser.keys("tay huỷ y"));
    }
}
