package vn.motcua.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person writes to an agency, is asked, answered and heard. */
abstract class FeedbackJourneys extends CitizenJourneys {
    private static final String RECEIVE = "\"move\":\"RECEIVE\"";
    private static final String ASSIGN = "\"move\":\"ASSIGN\"";
    private static final String ANSWER = "\"move\":\"ANSWER\",\"text\":\"Từ 01/12 bộ phận một cửa mở thêm hai quầy.\"";
    private static final String PUBLISH = "\"move\":\"PUBLISH\",\"publicTitle\":\"Chờ lâu ở bộ phận một cửa\","
            + "\"publicText\":\"Người dân chờ hơn hai giờ dù đã lấy số.\","
            + "\"publicAnswer\":\"Từ tháng sau bộ phận một cửa mở thêm quầy.\",\"hintsRead\":true";

    private static final String DRAFT_HOLDS_ITS_FILE = """
            () => new Promise(resolve => {
              const opened = indexedDB.open('motcua');
              opened.onsuccess = () => {
                const read = opened.result.transaction('drafts').objectStore('drafts').getAll();
                read.onsuccess = () => {
                  opened.result.close();
                  resolve(read.result.some(draft => draft.files.length === 1 && draft.sender.phone !== undefined));
                };
              };
            })
            """;

    @TempDir
    Path folder;

    @Test
    void feedbackAboutADossierIsCheckedAndSentWithAPhoto() throws Exception {
        try (var visit = phone()) {
            var page = visit.page();
            visit.open("/me").signIn();
            page.locator("a[href='/me/" + PageHouse.running() + "']").click();
            page.getByText("Phản ánh về hồ sơ này").click();
            visit.heading("Gửi phản ánh");
            visit.sees("Về hồ sơ " + PageHouse.running());
            visit.screen("feedback-form-phone");
            page.locator("form.feedback button.main").click();
            assertThat(page.locator("#title")).isFocused();
            visit.sees("Viết từ 5 đến 200 ký tự.");
            write(page, "Chờ quá lâu khi nộp hồ sơ");
            page.locator("#files").setInputFiles(threeFiles());
            visit.sees("ghi-chu.jpg không phải ảnh");
            visit.sees("qua-to.png nặng 11,0 MB, quá 10 MB");
            assertThat(page.locator(".files li")).hasCount(1);
            page.locator("form.feedback button.main").click();
            visit.heading("Đã gửi");
            visit.sees("Trả lời chậm nhất");
            visit.screen("feedback-sent-phone");
            var code = page.locator(".secret").first().textContent();
            var secret = page.locator(".secret").nth(1).textContent();
            var sent = house().mine("/v1/me/feedback/" + code);
            assertEquals(PageHouse.running(), sent.path("dossierCode").asText());
            assertEquals("bien-nhan.jpg", sent.at("/attachments/0/name").asText(), sent.toString());
            visit.open("/h");
            page.locator("#code").fill(code);
            page.locator("#proof").fill(secret);
            page.locator("form button.main").click();
            visit.heading(code);
            visit.sees("Mới gửi");
        }
    }

    @Test
    void theAgencyAsksAndAnswersAndItsAnswerIsJudged() throws Exception {
        var code = house().feedback("Số thứ tự không được gọi");
        house().unitDoes(code, RECEIVE, "\"move\":\"ASK\",\"text\":\"Bạn đến vào những ngày nào?\"");
        try (var visit = phone()) {
            var page = visit.page();
            visit.open("/inbox").signIn();
            page.locator(".mails details").first().click();
            page.locator("a[href='/feedback/mine/" + code + "']").first().click();
            visit.heading("Số thứ tự không được gọi");
            visit.sees("Bạn đến vào những ngày nào?");
            visit.screen("feedback-asked-phone");
            page.getByText("Gửi bổ sung").click();
            visit.sees("Viết ít nhất vài chữ.");
            page.locator("#words").fill("Ngày 2, 9 và 16 tháng này.");
            page.getByText("Gửi bổ sung").click();
            assertThat(page.locator(".status")).hasText("Đã bổ sung");
            house().unitDoes(code, ASSIGN, ANSWER);
            again(visit, code);
            visit.sees("mở thêm hai quầy");
            visit.screen("feedback-answered-phone");
            press(page, "Chưa thoả đáng");
            page.locator("#words").fill("Chưa nói vì sao số không được gọi.");
            page.getByText("Gửi lại cơ quan").click();
            assertThat(page.locator(".status")).hasText("Đang xử lý");
            house().unitDoes(code, ANSWER);
            again(visit, code);
            visit.sees("Bạn đã gửi lại 1 lần.");
            press(page, "Đã giải quyết");
            visit.sees("Bạn đã cho biết: đã giải quyết.");
            page.getByText("Xem danh sách").click();
            page.locator(".looks li").first().waitFor();
            visit.sees("thấy bạn là ai");
        }
        assertTrue(house().mine("/v1/me/feedback/" + code).path("solved").asBoolean());
    }

    @Test
    void aPublishedAnswerIsFoundByAnybodyAndLikedByWhoSignsIn() throws Exception {
        var code = house().feedback("Chờ lâu quá");
        house().unitDoes(code, RECEIVE, "\"move\":\"CLASSIFY\",\"subject\":\"CONDUCT\"", ASSIGN, ANSWER, PUBLISH);
        try (var visit = desktop()) {
            var page = visit.page();
            visit.open("/");
            page.getByText("Câu trả lời đã công khai").click();
            visit.heading("Phản ánh, kiến nghị");
            page.locator("#words").fill("cho lau mot cua");
            page.locator("#words").press("Enter");
            page.locator("a[href='/feedback/" + code + "']").waitFor();
            visit.screen("feedback-desktop");
            page.locator("a[href='/feedback/" + code + "']").click();
            visit.sees("Từ tháng sau bộ phận một cửa mở thêm quầy.");
            assertThat(page.locator(".vote").first()).isDisabled();
            page.getByText("Đăng nhập để cho ý kiến").click();
            var like = page.locator(".vote").first();
            assertThat(like).isEnabled();
            like.click();
            assertThat(like).hasAttribute("aria-pressed", "true");
            assertThat(like).containsText("1");
            visit.screen("feedback-answer-desktop");
            like.click();
            assertThat(like).hasAttribute("aria-pressed", "false");
            assertThat(like).containsText("0");
            visit.open("/feedback?q=khong+co+chu+nay");
            visit.sees("Không tìm thấy.");
        }
    }

    @Test
    void whatIsWrittenOfflineSurvivesAReloadAndIsSentOnce() throws Exception {
        var posts = new AtomicInteger();
        try (var visit = phone()) {
            var page = visit.page();
            visit.context().onResponse(answer -> {
                if (answer.url().endsWith("/v1/feedback") && answer.status() == 201) {
                    posts.incrementAndGet();
                }
            });
            visit.open("/feedback/new");
            worksOffline(page);
            visit.signIn();
            write(page, "Viết khi mất mạng");
            page.locator("#files").setInputFiles(new FilePayload("anh.jpg", "image/jpeg", photo()));
            assertThat(page.locator(".files li")).hasCount(1);
            page.waitForURL(Pattern.compile(".*#draft=.*"));
            page.waitForFunction(DRAFT_HOLDS_ITS_FILE);
            visit.context().setOffline(true);
            page.reload();
            assertThat(page.locator("#title")).hasValue("Viết khi mất mạng");
            assertThat(page.locator(".files li")).hasCount(1);
            assertThat(page.locator("form.feedback button.main")).hasText("Gửi khi có mạng");
            page.locator("form.feedback button.main").click();
            visit.sees("Phản ánh được giữ trên máy này");
            visit.screen("feedback-offline-phone");
            visit.context().setOffline(false);
            visit.sees("Phản ánh viết lúc ngoại tuyến đã được gửi: PAKN.");
            page.waitForURL(Pattern.compile(".*/feedback/mine/PAKN.*"));
            visit.heading("Viết khi mất mạng");
            visit.sees("anh.jpg");
            page.reload();
            visit.heading("Viết khi mất mạng");
        }
        assertEquals(1, posts.get(), "sent once");
        var titles = house().mine("/v1/me/feedback?limit=100").findValuesAsText("title");
        assertEquals(1, titles.stream().filter("Viết khi mất mạng"::equals).count(), titles.toString());
    }

    @Test
    void aFaultOnTheWayLosesNeitherThePhotographNorTheReceipt() throws Exception {
        try (var visit = phone()) {
            var page = visit.page();
            visit.open("/feedback/new").signIn();
            write(page, "Máy chủ lỗi giữa chừng");
            page.locator("#files").setInputFiles(new FilePayload("anh.jpg", "image/jpeg", photo()));
            assertThat(page.locator(".files li")).hasCount(1);
            visit.context().route(address -> address.contains("/attachments"), FeedbackJourneys::fails);
            page.locator("form.feedback button.main").dblclick();
            visit.sees("Còn 1 tệp chờ gửi");
            visit.context().unrouteAll();
            page.getByText("Gửi ngay").click();
            visit.heading("Đã gửi");
            assertThat(page.locator(".secret")).hasCount(2);
            var code = page.locator(".secret").first().textContent();
            assertEquals(
                    "anh.jpg",
                    house().mine("/v1/me/feedback/" + code)
                            .at("/attachments/0/name")
                            .asText());
        }
    }

    private static void fails(Route route) {
        route.fulfill(new Route.FulfillOptions().setStatus(500));
    }

    @Test
    void whoIsSignedOutWhileWritingLosesNothing() throws Exception {
        try (var visit = phone()) {
            var page = visit.page();
            house().identity().tokensLast(1);
            visit.open("/feedback/new").signIn();
            write(page, "Đang viết thì hết phiên");
            house().identity().endSession();
            page.locator("form.feedback button.main").click();
            visit.sees("Phiên đăng nhập đã hết");
            assertThat(page.locator("#title")).hasValue("Đang viết thì hết phiên");
            house().identity().tokensLast(3600);
            page.locator(".notice button.main").click();
            assertThat(page.locator("#title")).hasValue("Đang viết thì hết phiên");
            page.locator("form.feedback button.main").click();
            visit.heading("Đã gửi");
        }
        var titles = house().mine("/v1/me/feedback?limit=100").findValuesAsText("title");
        assertTrue(titles.contains("Đang viết thì hết phiên"), titles.toString());
    }

    @Test
    void aLowRatingLeadsToALetterThatSaysNothingOfTheRating() throws Exception {
        try (var visit = phone()) {
            var page = visit.page();
            visit.open("/r#" + house().ticket(5));
            for (int question = 0; question < 6; question++) {
                page.locator(".level.l1").tap();
            }
            page.locator("#comment").fill("Chờ lâu quá");
            page.locator(".rating-actions button.main").tap();
            page.getByText("Viết cho cơ quan").tap();
            visit.signIn();
            assertThat(page.locator("#text")).hasValue(Pattern.compile("^Tôi chưa hài lòng[\\s\\S]*"));
            assertThat(page.locator("input[name=kind]").nth(1)).isChecked();
            assertThat(page.locator("#name")).hasCount(0);
            visit.screen("feedback-after-rating-phone");
        }
    }

    @Test
    void theFormNeedsNoMouseAndSpeaksEnglish() {
        try (var visit = desktop()) {
            var page = visit.page();
            visit.open("/feedback/new");
            page.getByText("English").click();
            visit.heading("Send feedback");
            visit.signIn();
            page.locator("#title").waitFor();
            tabTo(page, "title");
            page.keyboard().type("Complaint desk closed at noon");
            tabTo(page, "text");
            page.keyboard().type("This is a complaint against the decision of the office: khiếu nại.");
            tabTo(page, "agency-first");
            tabTo(page, "name");
            page.keyboard().press("Control+A");
            page.keyboard().type("Mẫu Thị Khách");
            tabTo(page, "address");
            page.keyboard().type("12 Example Lane");
            tabTo(page, "phone");
            page.keyboard().type("0900000779");
            visit.screen("feedback-form-desktop");
            page.keyboard().press("Enter");
            visit.heading("Sent");
            visit.sees("Complaints have a procedure of their own");
            assertThat(page.locator("main h1")).isFocused();
        }
    }

    @Test
    void everyPageIsAccessibleNarrowLargeAndDark() throws Exception {
        var code = house().feedback("Đọc được ở mọi cỡ chữ");
        house().unitDoes(code, RECEIVE, "\"move\":\"CLASSIFY\",\"subject\":\"OTHER\"", ASSIGN, ANSWER, PUBLISH);
        try (var visit = visit(320, 640, ColorScheme.LIGHT)) {
            visit.open("/me").signIn();
            for (var path :
                    new String[] {"/feedback", "/feedback/" + code, "/feedback/mine", "/feedback/mine/" + code}) {
                inApp(visit, path);
                visit.isAccessible(path);
                isWithin(visit, path);
            }
            faults(visit);
            visit.isAccessible("/feedback/new");
            isWithin(visit, "/feedback/new");
        }
        try (var visit = visit(320, 640, ColorScheme.DARK)) {
            visit.open("/me").signIn();
            inApp(visit, "/feedback/mine/" + code);
            visit.isLegible("a case in the dark");
            faults(visit);
            visit.isLegible("/feedback/new in the dark");
            visit.screen("feedback-faults-narrow-dark");
        }
    }

    /** The form with all that can be wrong with it. */
    private static void faults(Visit visit) {
        inApp(visit, "/feedback/new");
        visit.page().locator("form.feedback button.main").click();
        visit.page().locator("[role=alert]").waitFor();
    }

    private static void isWithin(Visit visit, String path) {
        for (var size : new String[] {"200%", "100%"}) {
            visit.page().evaluate("size => { document.documentElement.style.fontSize = size }", size);
            assertEquals(320, visit.page().evaluate("() => document.documentElement.scrollWidth"), path + " " + size);
        }
    }

    private static void write(Page page, String title) {
        page.locator("#title").fill(title);
        page.locator("#text").fill("Tôi đến ba lần, lần nào cũng chờ hơn hai giờ dù đã lấy số.");
        page.locator("#address").fill("Thôn Mẫu, xã Mẫu");
        page.locator("#phone").fill("0900000778");
    }

    /** One that can be sent, one that is no picture whatever it is called, one that is too large. */
    private Path[] threeFiles() throws IOException {
        var photo = Files.write(folder.resolve("bien-nhan.jpg"), photo());
        var text = Files.writeString(folder.resolve("ghi-chu.jpg"), "đây là chữ");
        var large = folder.resolve("qua-to.png");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(11 << 20);
        }
        return new Path[] {photo, text, large};
    }

    /** A photograph as small as one can be. */
    private static byte[] photo() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    /** The same case, asked for anew. */
    private static void again(Visit visit, String code) {
        inApp(visit, "/feedback/mine");
        inApp(visit, "/feedback/mine/" + code);
    }
}
