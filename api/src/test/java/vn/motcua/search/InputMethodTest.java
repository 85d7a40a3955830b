package vn.motcua.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InputMethodTest {
    @Test
    void telexIsReadWhereverItsLettersWereTyped() {
        reads("kys", "ký");
        reads("ddaats", "đất");
        reads("ddatas", "đất");
        reads("dduwowngf", "đường");
        reads("truowngf", "trường");
        reads("ruouwj", "rượu");
        reads("nguoiwf", "người");
        reads("nguwowif", "người");
        reads("chuyeenr", "chuyển");
        reads("chuyeern", "chuyển");
        reads("giaays", "giấy");
        reads("quyeefn", "quyền");
        reads("hueej", "huệ");
        reads("tw", "tư");
        reads("nhaf", "nhà");
        reads("thuees", "thuế");
    }

    @Test
    void vniIsReadWhereverItsDigitsWereTyped() {
        reads("ky1", "ký");
        reads("d9a61t", "đất");
        reads("d9u7o7ng2", "đường");
        reads("chie61u", "chiếu");
        reads("ho65", "hộ");
        reads("tru1", "trú");
    }

    @Test
    void otherWordsStayWhatTheyAre() {
        Stream.of("dang", "khai", "sinh", "gplx", "cccd", "ct07", "b2", "2024", "đăng", "passport", "vneid")
                .forEach(word -> assertTrue(InputMethod.read(word).isEmpty(), word));
    }

    private static void reads(String typed, String meant) {
        assertEquals(meant, InputMethod.read(typed).orElse("nothing"), typed);
    }
}
