package vn.motcua.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TitlesTest {
    @Test
    void shoutedTitleBecomesASentence() {
        assertEquals(
                "Thủ tục đăng ký hoạt động tín ngưỡng tại UBND (cấp xã)",
                Titles.repaired("THỦ TỤC ĐĂNG KÝ HOẠT ĐỘNG TÍN NGƯỠNG TẠI UBND (CẤP XÃ)", "1.000001"));
    }

    @Test
    void ordinaryTitleStaysAsItIs() {
        assertEquals("Cấp thẻ BHYT cho HSSV", Titles.repaired("Cấp thẻ BHYT cho HSSV", "1.000001"));
    }

    @Test
    void wrongLetterDotInFrontAndOwnCodeAtTheEndGo() {
        assertEquals("Cấp giấy phép tư vấn", Titles.repaired(". Cấp giấy phép tƣ vấn ( 1.010727 )", "1.010727"));
    }

    @Test
    void romanNumeralsKeepTheirCapitals() {
        assertEquals("Dự án nhóm II tại Việt Nam", Titles.repaired("DỰ ÁN NHÓM II TẠI VIỆT NAM", "1.000001"));
    }
}
