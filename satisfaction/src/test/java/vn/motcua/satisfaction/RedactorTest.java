package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.openapi.ProblemException;

class RedactorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Chị Lan rất nhiệt tình | Chị [tên] rất nhiệt tình
                    chi lan rat nhiet tinh | chi [tên] rat nhiet tinh
                    CHỊ LAN RẤT NHIỆT TÌNH | CHỊ [tên] RẤT NHIỆT TÌNH
                    Đồng chí Nguyễn Văn An và bà Hoà | Đồng chí [tên] và bà [tên]
                    Gọi 0912.345.678 | Gọi [số điện thoại]
                    Gọi +84 (0)912 345 678 nhé | Gọi [số điện thoại] nhé
                    Số không chín một hai ba bốn năm sáu bảy tám | Số [số điện thoại]
                    CCCD 001205123456 | CCCD [số giấy tờ]
                    MST 0100109106 | MST [mã số thuế]
                    Hồ sơ H44.07-261008-0975 trễ | Hồ sơ [mã hồ sơ] trễ
                    Thư a.b@example.com | Thư [thư điện tử]
                    Xem https://example.vn/a?b=1. | Xem [liên kết].
                    Xe 29A1-123.45 | Xe [biển số]
                    STK 19012345678901 Techcombank | STK [số tài khoản] Techcombank
                    Tôi ở số nhà 12, ngõ 34, đường Lê Lợi | Tôi ở [địa chỉ]
                    """)
    void whatLeadsToAPersonIsReplacedByAWord(String written, String readable) {
        assertEquals(readable, Redactor.redacted(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cán bộ một cửa rất nhiệt tình, anh chị em vui vẻ.",
                "Ngày 12/10/2026 nộp 1.500.000 đồng theo Nghị định 61/2018/NĐ-CP, điều 20.",
                "Đường dây nóng 19001234 và trang dichvucong.gov.vn không vào được lúc 8h30.",
                "Bà con phường Việt Trì, xã Hy Cương chờ 45 ngày, đi lại 4 lần, quầy số 5.",
                "Tổ một cửa, tổ trưởng, bản sao, bản chính, thôn tôi, đường đi.",
                "Thủ tục 1.001193 niêm yết thiếu."
            })
    void whatIsNobodysStays(String written) {
        assertEquals(written, Redactor.redacted(written));
    }

    @Test
    void whatIsRedactedStaysAsItIs() {
        var once = Redactor.redacted("Chị Lan, số 0912345678, ở thôn Đông, xe 29A1-123.45, mã H44.07-261008-0975");
        assertEquals(once, Redactor.redacted(once));
    }

    @Test
    void noTextMakesItFailOrSlow() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var alphabet = "0123456789oO .,-/()+@:aáàảbđĐnNgGhHuUyYễẾkK\n#[]số nhà ngõ đường chị anh 😀";
        assertTimeout(
                Duration.ofSeconds(20),
                () -> {
                    for (int i = 0; i < 60; i++) {
                        var text = new StringBuilder();
                        for (int c = 0; c < CommentText.MOST; c++) {
                            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                        }
                        Redactor.redacted(text.toString());
                    }
                    for (var piece :
                            List.of("0 ", "0-", "a.", "a@", "1/", "H44.", "chị ", "số ", "không ", "Á", "www.")) {
                        Redactor.redacted(piece.repeat(CommentText.MOST / piece.length()));
                        Topics.RULES.of(piece.repeat(CommentText.MOST / piece.length()));
                    }
                },
                "seed " + seed);
    }

    @Test
    void charactersThatNobodySeesHideNoNumber() {
        assertEquals("Gọi [số điện thoại]", CommentText.readable("Gọi 0912\u200B345\u200B678"));
    }

    @Test
    void aCommentIsBoundedAndHasNoControlCharacters() {
        assertNull(CommentText.readable(" \n "));
        assertEquals("một\nhai", CommentText.readable("một\nhai"));
        assertThrows(ProblemException.class, () -> CommentText.readable("a".repeat(1001)));
        assertThrows(ProblemException.class, () -> CommentText.readable("a\u0007b"));
        assertTrue(CommentText.readable("a@b ".repeat(250)).endsWith("…"), "cut off, never refused");
    }

    @Test
    void whatIsKeptIsEquallyLongAndComesBackAsItWas() {
        for (var text : new String[] {null, "x", "Nhận xét có dấu 😀", CommentText.readable("a@b ".repeat(250))}) {
            var bytes = CommentText.bytes(text);
            assertEquals(CommentText.BYTES, bytes.length);
            assertEquals(text, CommentText.ofBytes(bytes));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Phải chờ hơn 2 tiếng | WAITING
                    phai cho hon 2 tieng | WAITING
                    Không phải chờ lâu | PRAISE
                    Thái độ hách dịch, vòi tiền | ATTITUDE,MONEY
                    Cán bộ không hề hách dịch | PRAISE
                    Hôm nay trời mưa | OTHER
                    """)
    void topicsAreToldByRulesWithAndWithoutMarks(String written, String topics) {
        assertEquals(List.of(topics.split(",")), Topics.RULES.of(written));
    }

    @Test
    void everyTopicHasNamesInBothLanguagesAndPraiseIsNoComplaint() {
        for (var code : Topics.RULES.codes()) {
            assertFalse(Topics.RULES.label(code).vi().isBlank());
            assertFalse(Topics.RULES.label(code).en().isBlank());
        }
        assertTrue(Topics.RULES.isComplaint("MONEY"));
        assertFalse(Topics.RULES.isComplaint("PRAISE"));
        assertFalse(Topics.RULES.isComplaint(Topics.OTHER));
    }
}
