package vn.motcua.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told from the words of a text: the legal track, likeness, personal data, codes. */
class TextRulesTest {
    private static final Tracks TRACKS = new Tracks(List.of(
            new Tracks.Phrase("khieu nai", Track.COMPLAINT),
            new Tracks.Phrase("to cao", Track.DENUNCIATION),
            new Tracks.Phrase("khong phai khieu nai", Track.NONE),
            new Tracks.Phrase("nha to cao", Track.NONE)));

    @Test
    void complaintsAndDenunciationsAreRecognisedWithAndWithoutMarks() {
        Map.of(
                        "Tôi làm đơn KHIẾU NẠI quyết định số 12", Track.COMPLAINT,
                        "toi lam don khieu   nai quyet dinh", Track.COMPLAINT,
                        "Tôi tố cáo ông A nhận tiền", Track.DENUNCIATION,
                        "toi to cao va khieu nai", Track.DENUNCIATION,
                        "Đây không phải khiếu nại, chỉ là góp ý", Track.NONE,
                        "Toà nhà to cao che nắng", Track.NONE,
                        "Không phải khiếu nại nhưng sẽ khiếu nại", Track.COMPLAINT,
                        "Chờ quá lâu", Track.NONE)
                .forEach((text, track) -> assertEquals(track, TRACKS.of(text), text));
    }

    @Test
    void textsAreAlikeByTheirWordsWhateverTheMarks() {
        var text = "Tôi đến nộp hồ sơ đăng ký khai sinh ba lần, lần nào cũng chờ hơn hai giờ dù đã lấy số từ sớm.";
        var bare = "toi den nop ho so dang ky khai sinh ba lan lan nao cung cho hon hai gio du da lay so tu som";
        var near = "Toi den nop ho so dang ky khai sinh ba lan, lan nao cung phai cho hon hai gio du lay so tu som!";
        var other = "Đề nghị bỏ yêu cầu nộp bản sao giấy chứng nhận đăng ký kinh doanh vì đã có trên cơ sở dữ liệu.";
        assertEquals(1, likeness(text, bare));
        assertTrue(likeness(text, near) > 0.6, "" + likeness(text, near));
        assertTrue(likeness(text, other) < 0.1, "" + likeness(text, other));
        assertEquals(0, likeness("", text));
    }

    private static double likeness(String one, String other) {
        return Likeness.of(sketch(one), sketch(other));
    }

    private static Long[] sketch(String text) {
        return Likeness.sketch(text, words -> words.hashCode() * 0x9E3779B97F4A7C15L);
    }

    @Test
    void aLongTextKeepsNoMoreHashesThanAShortOne() {
        var text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append("từ").append(i).append(' ');
        }
        assertEquals(Likeness.KEPT, sketch(text.toString()).length);
    }

    @Test
    void whatLooksPersonalIsPointedAt() {
        assertHint("Gọi cho tôi số 0900 000 001 nhé", IdentityHints.Kind.PHONE, "0900 000 001");
        assertHint("Gọi +84900000001", IdentityHints.Kind.PHONE, "+84900000001");
        assertHint("CCCD 001000000001 của tôi", IdentityHints.Kind.PERSONAL_ID, "001000000001");
        assertHint("thư mau@vidu.example nhé", IdentityHints.Kind.EMAIL, "mau@vidu.example");
        assertHint("hồ sơ H44.07-261008-0975 bị trễ", IdentityHints.Kind.DOSSIER, "H44.07-261008-0975");
        assertHint("Anh Nguyễn Văn Mẫu trả lời", IdentityHints.Kind.NAME, "Nguyễn Văn Mẫu");
        assertHint("ở số nhà 12 ngõ 5", IdentityHints.Kind.ADDRESS, "số nhà 12 ngõ 5");
        assertHint("tài khoản 123456789", IdentityHints.Kind.NUMBER, "123456789");
        for (var plain : List.of(
                "Chờ hơn 2 giờ ngày 26/11/2026, nộp 3 lần",
                "Lệ phí 1.500.000 đồng theo Nghị định 63/2010/NĐ-CP",
                "lê la ở quán")) {
            assertEquals(List.of(), IdentityHints.in(plain), plain);
        }
    }

    private static void assertHint(String text, IdentityHints.Kind kind, String place) {
        var hint = IdentityHints.in(text).getFirst();
        assertEquals(kind, hint.kind(), text);
        assertEquals(place, text.substring(hint.from(), hint.to()), text);
    }

    @Test
    void theSendersOwnContactIsFoundHoweverItIsSpelt() {
        var sender = new Sender("Nguyễn Thị Mẫu", "Tổ 5, phường Mẫu", "0900000001", "mau@vidu.example");
        for (var text :
                List.of("chị NGUYEN THI MAU nói", "gọi 84 900.000.001", "ở to 5 phuong mau", "viết mau@vidu.example")) {
            assertTrue(IdentityHints.tells(sender, text), text);
        }
        assertFalse(IdentityHints.tells(sender, "phường Mẫu đã sửa lịch tiếp dân"));
    }

    @Test
    void codesGoOnBeyondFourDigits() {
        var day = Cases.day(11, 26);
        for (var code : List.of("PAKN.20261126.0012", "PAKN.20261126.9999", "PAKN.20261126.10000")) {
            assertEquals(
                    code,
                    FeedbackCode.parse(" " + code.toLowerCase(Locale.ROOT) + " ")
                            .orElseThrow()
                            .value());
        }
        assertEquals("PAKN.20261126.123456", new FeedbackCode(day, 123_456).value());
        for (var none :
                List.of("PAKN.20261126.00012", "PAKN.20261332.0001", "PAKN.20261126.0000", "PAKN.20261126.1", "")) {
            assertTrue(FeedbackCode.parse(none).isEmpty(), none);
        }
    }
}
