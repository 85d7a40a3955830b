package vn.motcua.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.blackbox.Hands.button;
import static vn.motcua.blackbox.Hands.field;
import static vn.motcua.blackbox.Hands.tabTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator does in the console, in a real browser against the packaged service. */
class AdminPagesTest {
    private static final List<String> PAGES = List.of(
            "catalogue search calendar hours templates questionnaires announcements health quarantine".split(" "));

    private static Chromium chromium;
    private static AdminHouse house;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        chromium = Chromium.start();
        house = new AdminHouse();
    }

    @AfterAll
    static void stop() {
        if (house != null) {
            house.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void anAdministratorsSession() {
        house.asAdministrator();
    }

    @Test
    void aReleaseIsCheckedAndPublishedByTheKeyboardAlone() throws Exception {
        try (var visit = desktop(ColorScheme.LIGHT)) {
            visit.open("/agency/admin/catalogue");
            var page = visit.page();
            tabTo(page, page.locator(".signin button.main"));
            page.keyboard().press("Enter");
            visit.signedIn();
            page.locator("#file").waitFor();
            // Asked for before the key, not with it: the browser may open its window sooner than it hears of the wish.
            var file = new FilePayload("thu-tuc.ndjson", "application/x-ndjson", AdminHouse.threeRecords());
            page.onFileChooser(chooser -> chooser.setFiles(file));
            visit.settled(); // what is still fetched would draw the page anew, and take the focus along
            tabTo(page, page.locator("#file"));
            page.keyboard().press("Enter");
            page.waitForFunction("() => document.querySelector('#file').files.length === 1");
            tabTo(page, button(visit, "Xem thử"));
            page.keyboard().press("Enter");
            visit.sees("Nếu công bố");
            assertEquals(
                    List.of("1", "1", "0", "0", "1"),
                    page.locator(".report .figures dd").allTextContents());
            assertThat(page.locator(".report table td").first()).hasText("3");
            var difference = page.locator(".changes summary").first();
            tabTo(page, difference);
            page.keyboard().press("Enter");
            assertThat(page.locator(".differences ins").first()).containsText("sửa trong bài kiểm tra");
            visit.isAccessible("a dry run");
            visit.screen("admin-catalogue-desktop");
            tabTo(page, button(visit, "Công bố bản này"));
            page.keyboard().press("Enter");
            page.locator("dialog[open]").waitFor();
            visit.isAccessible("the question before publishing");
            tabTo(page, page.locator("dialog button.main"));
            page.keyboard().press("Enter");
            page.locator(".outcome")
                    .filter(new Locator.FilterOptions().setHasText("Đã công bố bản"))
                    .waitFor();
        }
        var newest = house.get("/v1/admin/catalogue/releases?limit=1").at("/items/0");
        assertTrue(newest.path("refused").asInt() == 1 || newest.has("restores"), newest.toString());
    }

    @Test
    void anEarlierReleaseComesBackAfterItsDifferencesWereSeen() {
        try (var visit = desktop(ColorScheme.DARK)) {
            visit.open("/agency/admin/catalogue").signIn();
            button(visit, "Quay lại bản 1").click();
            var dialog = visit.page().locator("dialog[open]");
            assertThat(dialog.locator(".changes li")
                            .filter(new Locator.FilterOptions().setHasText("Sửa đổi"))
                            .first())
                    .isVisible();
            visit.isLegible("what going back would change");
            dialog.locator("button.danger").click();
            visit.sees("Danh mục lại như bản 1");
            visit.sees("như bản 1");
            visit.page().locator("#statistics").scrollIntoViewIfNeeded();
            assertThat(visit.page()
                            .locator("section[aria-labelledby=statistics] tbody td")
                            .last())
                    .hasText(Pattern.compile("\\d+"));
        }
    }

    @Test
    void wordsOfTheSearchAreTriedBesideTheDraftAndPublished() {
        try (var visit = desktop(ColorScheme.LIGHT)) {
            visit.open("/agency/admin/search").signIn();
            var page = visit.page();
            field(visit, "Gõ như người dân").fill("giấy bé mới chào đời");
            button(visit, "Thêm từ đồng nghĩa").click();
            field(visit, "Người dân gõ").fill("bé mới chào đời");
            field(visit, "Thủ tục viết").fill("đăng ký khai sinh");
            button(visit, "Ghi vào bản nháp").click();
            button(visit, "Thêm kết quả ưu tiên").click();
            field(visit, "Câu tìm").fill("giay be moi chao doi");
            field(visit, "Mã thủ tục").fill(AdminHouse.BIRTH);
            button(visit, "Ghi vào bản nháp").click();
            var estimate = page.locator(".trial .hits").last().locator("li").first();
            visit.sees("Với bản nháp");
            assertThat(estimate).containsText(AdminHouse.BIRTH);
            visit.isAccessible("/agency/admin/search");
            button(visit, "Công bố từ tìm kiếm").click();
            Hands.confirm(visit);
            visit.sees("Sau khi công bố");
            assertThat(page.locator(".trial .hits").last().locator("li").first())
                    .containsText(AdminHouse.BIRTH);
            assertThat(page.locator("section[aria-labelledby=versions] tbody tr")
                            .first())
                    .containsText("đang dùng");
        }
    }

    @Test
    void aDayOffShowsWhichDeadlinesMoveBeforeItIsPublished() throws Exception {
        var day = house.nextWorkingDay();
        try (var visit = desktop(ColorScheme.LIGHT)) {
            visit.open("/agency/admin/calendar?year=" + day.getYear()).signIn();
            var page = visit.page();
            button(visit, "Thêm ngày").click();
            field(visit, "Ngày").fill(day.toString());
            field(visit, "Loại").selectOption("SWAP_OFF");
            field(visit, "Tên tiếng Việt").fill("Nghỉ hoán đổi");
            field(visit, "Tên tiếng Anh").fill("Day off by swap");
            field(visit, "Căn cứ").fill("Thông báo mẫu số 0");
            button(visit, "Ghi vào bản nháp").click();
            field(visit, "Lý do thay đổi").fill("Bài kiểm tra của trang");
            // What is written outlives a change of language.
            button(visit, "English").click();
            assertThat(field(visit, "Reason for the change")).hasValue("Bài kiểm tra của trang");
            button(visit, "Tiếng Việt").click();
            button(visit, "Xem hệ quả").click();
            visit.sees("thành ngày nghỉ");
            var moved = page.locator(".report .figures .warm dd");
            assertThat(moved).hasText("12");
            visit.isAccessible("/agency/admin/calendar");
            button(visit, "Công bố lịch").click();
            Hands.confirm(visit);
            visit.sees("Đã công bố lịch năm " + day.getYear());
            visit.sees("đã tính theo lịch mới");
        }
        assertEquals(0, house.get("/v1/admin/deadlines").path("behind").asInt());
    }

    @Test
    void aTextIsCheckedAndSeenOnAPhoneWhileItIsWritten() {
        try (var visit = desktop(ColorScheme.LIGHT)) {
            visit.open("/agency/admin/templates?kind=DUE_SOON").signIn();
            var page = visit.page();
            var title = field(visit, "Tiêu đề (tiếng Việt)");
            title.fill("Hồ sơ {dossierCode} đến hạn {ngay}");
            visit.sees("Chưa công bố được");
            assertThat(title).hasAttribute("aria-invalid", "true");
            assertThat(button(visit, "Công bố lời này")).isDisabled();
            title.fill("Sắp có kết quả: ");
            title.focus();
            page.keyboard().press("End");
            button(visit, "Chèn biến dossierCode").click();
            assertThat(page.locator(".phone.inbox strong").first()).hasText("Sắp có kết quả: H44.07-261008-0975");
            assertThat(page.locator(".bubble").first()).not().containsText("H44");
            visit.isAccessible("/agency/admin/templates");
            button(visit, "Công bố lời này").click();
            Hands.confirm(visit);
            visit.sees("Đã công bố bản 100");
            button(visit, "Lấy lại bản đi kèm").click();
            assertThat(title).hasValue("Hồ sơ {dossierCode} sắp đến ngày hẹn trả");
        }
    }

    @Test
    void aNewVersionOfTheQuestionsIsWrittenPublishedAndMapped() {
        try (var visit = desktop(ColorScheme.LIGHT)) {
            visit.open("/agency/admin/questionnaires").signIn();
            var page = visit.page();
            page.locator("tr", new Page.LocatorOptions().setHasText("Đang dùng"))
                    .getByRole(AriaRole.LINK)
                    .last()
                    .click();
            button(visit, "Viết bản mới từ bản này").click();
            visit.sees("Chưa ai được hỏi bằng bản này");
            button(visit, "Thêm câu hỏi").click();
            field(visit, "Mã câu").fill("WAITING");
            field(visit, "Câu hỏi tiếng Việt").fill("Thời gian chờ tại quầy có hợp lý không?");
            field(visit, "Câu hỏi tiếng Anh").fill("Was the wait at the desk reasonable?");
            button(visit, "Ghi vào bản nháp").click();
            button(visit, "Lưu nháp").click();
            visit.sees("Đã lưu nháp");
            button(visit, "Công bố bộ câu hỏi").click();
            Hands.confirm(visit);
            visit.sees("đang dùng.");
            button(visit, "Khai các cặp này").click();
            visit.sees("Đã khai");
            visit.isAccessible("/agency/admin/questionnaires");
        }
    }

    @Test
    void anAnnouncementIsCheckedSentHeldAndStopped() {
        try (var visit = visit(390, 844, ColorScheme.LIGHT)) {
            visit.open("/agency/admin/announcements").signIn();
            var page = visit.page();
            field(visit, "Tiêu đề (tiếng Việt)").fill("Cổng dịch vụ công tạm dừng");
            field(visit, "Tiêu đề (tiếng Anh)").fill("The portal will be down");
            field(visit, "Nội dung (tiếng Việt)").fill("Cổng tạm dừng để nâng cấp.");
            field(visit, "Nội dung (tiếng Anh)").fill("The portal is being upgraded.");
            page.getByText("Tạm dừng hệ thống có kế hoạch").click();
            var tomorrow = LocalDate.now(AdminHouse.VIETNAM).plusDays(1);
            field(visit, "Dừng từ").fill(tomorrow + "T22:00");
            field(visit, "Đến").fill(tomorrow + "T23:00");
            button(visit, "Kiểm tra và xem trước").click();
            assertThat(page.locator("[role=alert]")).containsText("7 ngày làm việc");
            field(visit, "Dừng từ").fill("");
            field(visit, "Đến").fill("");
            page.getByText("Khi nào, nhanh chậm").click();
            field(visit, "Bắt đầu").fill(tomorrow + "T09:00");
            button(visit, "Kiểm tra và xem trước").click();
            visit.sees("Chưa ai được báo");
            assertThat(page.locator(".report .figures dd").first()).hasText("1");
            assertThat(page.locator(".report .bubble").first()).not().containsText("Cổng");
            visit.isAccessible("/agency/admin/announcements");
            page.locator(".report h3").scrollIntoViewIfNeeded();
            visit.screen("admin-announcements-phone");
            button(visit, "Gửi thông báo").first().click();
            Hands.confirm(visit);
            page.locator(".broadcasts .status").first().waitFor();
            button(visit, "Tạm dừng: Cổng dịch vụ công tạm dừng").click();
            assertThat(page.locator(".broadcasts .status").first()).hasText("Tạm dừng");
            button(visit, "Tiếp tục: Cổng dịch vụ công tạm dừng").click();
            visit.sees("Đã tiếp tục");
            button(visit, "Dừng hẳn: Cổng dịch vụ công tạm dừng").click();
            Hands.confirm(visit);
            assertThat(page.locator(".broadcasts .status").first()).hasText("Đã dừng hẳn");
        }
    }

    @Test
    void pushesThatWereGivenUpAreSentAgainAndRatingsSetApartAreDecidedWithAReason() throws Exception {
        try (var visit = desktop(ColorScheme.DARK)) {
            visit.open("/agency/admin/health").signIn();
            var page = visit.page();
            visit.sees("Khoá của dự án khác");
            visit.isLegible("/agency/admin/health");
            visit.screen("admin-health-desktop-dark");
            page.locator("td input[type=checkbox]").first().check();
            button(visit, "Gửi lại 1 tin đã chọn").click();
            Hands.confirm(visit);
            visit.sees("1 tin đang được gửi lại");
            Hands.go(visit, "/agency/admin/quarantine");
            visit.sees("Vì sao để riêng");
            assertThat(button(visit, "Không tính")).isDisabled();
            field(visit, "Lý do quyết định").fill("Ngày hội đăng ký khai sinh lưu động.");
            button(visit, "Tính các lượt này").click();
            Hands.confirm(visit);
            visit.sees("Không có lượt đánh giá nào chờ quyết định");
            page.getByText("Đã tính", new Page.GetByTextOptions().setExact(true))
                    .click();
            visit.sees("Ngày hội đăng ký khai sinh lưu động.");
        }
        var decided = house.get("/v1/admin/satisfaction/quarantine?state=RELEASED");
        assertEquals("RELEASED", decided.at("/items/0/quarantined/state").asText());
    }

    @Test
    void everyPageIsWholeOnAPhoneInEnglish() {
        try (var visit = visit(360, 740, ColorScheme.LIGHT)) {
            visit.open("/agency/admin").signIn();
            visit.settled();
            button(visit, "English").click();
            visit.heading("Administration");
            visit.isAccessible("/agency/admin");
            visit.screen("admin-overview-phone");
            eachPage(visit, name -> {
                visit.isAccessible(name + " in English on a phone");
                assertEquals(
                        360,
                        visit.page().evaluate("document.documentElement.scrollWidth"),
                        name + " is wider than the phone");
            });
        }
    }

    @Test
    void everyPageIsLegibleInTheDark() {
        try (var visit = desktop(ColorScheme.DARK)) {
            visit.open("/agency/admin").signIn();
            visit.isLegible("the overview in the dark");
            eachPage(visit, name -> visit.isLegible(name + " in the dark"));
        }
    }

    @Test
    void anOfficerIsToldThatThesePagesAreForAdministrators() {
        house.asOfficer();
        try (var visit = desktop(ColorScheme.LIGHT)) {
            visit.open("/agency/admin/catalogue").signIn();
            visit.sees("Trang này dành cho quản trị viên");
            assertThat(visit.page().locator("a[href='/agency/admin']")).hasCount(0);
            assertThat(visit.page().locator("#file")).hasCount(0);
        }
    }

    private static void eachPage(Visit visit, Consumer<String> judge) {
        for (var name : PAGES) {
            Hands.go(visit, "/agency/admin/" + name);
            visit.page().locator(".lead").waitFor();
            judge.accept(name);
        }
    }

    private static Visit desktop(ColorScheme colours) {
        return visit(1180, 800, colours);
    }

    private static Visit visit(int width, int height, ColorScheme colours) {
        return Visit.of(
                chromium.browser(), house.service().baseUri(), house.identity().issuer(), width, height, colours);
    }
}
