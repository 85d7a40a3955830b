package vn.motcua.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
    private static final Path PROCEDURES = Path.of("..", "..", "shared", "data", "procedures.json");

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            THỦ TỤC ĐĂNG KÝ HOẠT ĐỘNG TÍN NGƯỠNG TẠI UBND (CẤP XÃ) ~ Thủ tục đăng ký hoạt động tín ngưỡng tại UBND (cấp xã)
            DỰ ÁN NHÓM II TẠI VIỆT NAM ~ Dự án nhóm II tại Việt Nam
            THEO KHOẢN 2 ĐIỀU 34 CỦA LUẬT TÍN NGƯỠNG, TÔN GIÁO (CẤP TỈNH) ~ Theo khoản 2 Điều 34 của Luật Tín ngưỡng, tôn giáo (cấp tỉnh)
            THỦ TỤC CHIA, TÁCH; SÁP NHẬP; HỢP NHẤT HỘI ~ Thủ tục chia, tách; sáp nhập; hợp nhất hội
            XỬ PHẠT HÀNH VI VI PHẠM VỀ XI MĂNG ~ Xử phạt hành vi vi phạm về xi măng
            GIẤY CHỨNG NHẬN XUẤT XỨ HÀNG HÓA (C/O) MẪU D ~ Giấy chứng nhận xuất xứ hàng hóa (C/O) mẫu D
            CẤP GIẤY PHÉP LÁI XE HẠNG A VÀ/HOẶC HẠNG B ~ Cấp giấy phép lái xe hạng A và/hoặc hạng B
            HƯỞNG BHXH, BHYT, BHTN THEO NGHỊ ĐỊNH 66/2025/NĐ-CP ~ Hưởng BHXH, BHYT, BHTN theo nghị định 66/2025/NĐ-CP
            THU HỒI ĐẤT TẠI TỈNH PHÚ THỌ VÀ THÀNH PHỐ HỒ CHÍ MINH ~ Thu hồi đất tại tỉnh Phú Thọ và thành phố Hồ Chí Minh
            ĐĂNG KÝ THAM GIA OCOP, ODA, FDI CỦA EU ~ Đăng ký tham gia OCOP, ODA, FDI của EU
            """)
    void shoutedTitleBecomesASentence(String shouted, String readable) {
        assertEquals(readable, Titles.repaired(shouted, "1.000001"));
    }

    @Test
    void ordinaryTitleStaysAsItIs() {
        assertEquals("Cấp thẻ BHYT cho HSSV", Titles.repaired("Cấp thẻ BHYT cho HSSV", "1.000001"));
        assertEquals("Thủ tục THÀNH LẬP HỘI", Titles.repaired("Thủ tục THÀNH LẬP HỘI", "1.000001"));
    }

    @Test
    void wrongLetterDotInFrontAndOwnCodeAtTheEndGo() {
        assertEquals("Cấp giấy phép tư vấn", Titles.repaired(". Cấp giấy phép tƣ vấn ( 1.010727 )", "1.010727"));
        assertEquals("ÉP", Titles.repaired("E\u0301P", "1.000001"));
    }

    /** All that the real catalogue shouts, where the checkout has it beside it. */
    @Test
    void everyShoutedTitleOfTheCatalogueIsReadable() throws IOException {
        assumeTrue(Files.exists(PROCEDURES), "skipped: the catalogue is not beside this checkout");
        var capitals = new TreeSet<String>();
        int shouted = 0;
        for (var record : CatalogueFileTest.JSON.readTree(PROCEDURES.toFile()).get("procedures")) {
            var title = record.get("name").asText();
            if (title.equals(title.toUpperCase(Locale.ROOT)) && title.length() > 12) {
                shouted++;
                var words = Titles.repaired(title, record.get("code").asText()).split(" ");
                Arrays.stream(words).skip(1).filter(TitlesTest::hasCapital).forEach(capitals::add);
            }
        }
        assertTrue(shouted >= 77, "shouted " + shouted);
        assertEquals(Set.of("Việt", "Nam", "Điều", "Luật", "Tín"), capitals);
    }

    private static boolean hasCapital(String word) {
        return word.codePoints().anyMatch(Character::isUpperCase);
    }
}
