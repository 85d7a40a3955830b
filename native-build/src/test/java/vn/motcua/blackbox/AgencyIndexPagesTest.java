package vn.motcua.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service index down to its dossiers, and the reports made of the same figures. */
class AgencyIndexPagesTest {
    private static AgencyHouse house;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        house = AgencyHouse.open();
    }

    @Test
    void everyNumberOfTheIndexSaysWhereItComesFrom() {
        for (var colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (var visit = house.visit(1120, 780, colours)) {
                visit.open("/agency/quality?" + AgencyHouse.DAYS).signIn();
                visit.sees("/ 100 điểm");
                visit.sees("Xếp loại:");
                visit.sees("766/2026.1");
                visit.page().locator(".chart canvas").nth(1).waitFor();
                visit.isAccessible("/agency/quality " + colours);
                visit.screen(colours == ColorScheme.LIGHT ? "agency-index" : "agency-index-dark");
                var page = visit.page();
                page.locator(".metrics details summary").nth(0).click();
                visit.sees("Quản trị viên nhập: Cổng Dịch vụ công quốc gia");
                // Two units with the same figures share a rank, and the next one would be the fourth.
                page.locator(".sheet").nth(1).locator("summary").click();
                assertThat(page.locator(".sheet").nth(1).locator("tbody tr td:first-child"))
                        .hasText(new String[] {"1", "2", "2", "–"});
                visit.isAccessible("/agency/quality, opened " + colours);
            }
        }
    }

    @Test
    void theDossiersBehindANumberAreReachedByKeyboardAlone() {
        try (var visit = house.desktop(ColorScheme.LIGHT)) {
            visit.open("/agency/quality?" + AgencyHouse.DAYS).signIn();
            var page = visit.page();
            page.locator(".metrics").first().waitFor();
            tabTo(page, "Cách tính và nguồn của chỉ số 2.1");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            visit.heading("Hồ sơ đằng sau con số");
            visit.path("/agency/quality/dossiers.*part=DATED.*");
            assertEquals(true, page.evaluate("() => document.activeElement.matches('main h1')"));
            page.locator("table tbody tr").first().waitFor();
            assertEquals(20, page.locator("table tbody tr").count());
            visit.isAccessible("/agency/quality/dossiers");
            tabTo(page, "Xem thêm");
            page.keyboard().press("Enter");
            page.locator("table tbody tr").nth(20).waitFor();
            assertTrue(page.locator("table tbody tr").count() > 20);
        }
    }

    @Test
    void theIndexAndItsFeedbackAreReadOnAPhoneInEnglish() {
        try (var visit = house.phone()) {
            visit.open("/agency/quality?" + AgencyHouse.DAYS).signIn();
            visit.page().getByText("English").click();
            visit.sees("of 100 points");
            visit.page().locator(".chart canvas").first().waitFor();
            visit.isAccessible("/agency/quality on a phone");
            visit.screen("agency-index-phone");
            assertEquals(false, visit.page().evaluate("() => document.documentElement.scrollWidth > innerWidth"));
            visit.open("/agency/quality/feedback?part=ALL&" + AgencyHouse.DAYS);
            visit.sees(house.unitCase());
            visit.isAccessible("/agency/quality/feedback");
        }
    }

    @Test
    void aReportIsLookedAtDownloadedIssuedAndCorrected() throws IOException {
        try (var visit = house.visit(1120, 760, ColorScheme.LIGHT)) {
            visit.open("/agency/reports?form=II06A_PROVINCIAL").signIn();
            visit.sees("TIẾN ĐỘ TIẾP NHẬN");
            var page = visit.page();
            visit.isAccessible("/agency/reports");
            visit.screen("agency-report");
            var csv = page.waitForDownload(() -> page.getByText("Tải CSV").click());
            assertTrue(
                    Files.readString(csv.path(), StandardCharsets.UTF_8).contains("receivedTotal"),
                    csv.suggestedFilename());
            var xlsx = page.waitForDownload(() -> page.getByText("Tải XLSX").click());
            assertEquals('P', Files.readAllBytes(xlsx.path())[0]);
            page.locator("input[name=signedBy]").fill("Lê Văn Giả Định");
            page.locator("input[type=checkbox]").check();
            page.locator("form button.main").click();
            visit.heading("Báo cáo đã phát hành");
            visit.sees("Mã kiểm tra");
            visit.isAccessible("an issued report");
            page.locator("textarea[name=reason]").fill("Nhập thiếu hồ sơ tuần cuối.");
            page.locator("input[type=checkbox]").check();
            page.locator("form button.main").click();
            visit.sees("Thay cho bản");
            page.getByText("bản trước").click();
            visit.sees("Bản này đã được thay bằng");
            page.getByText("Về báo cáo").click();
            visit.sees("đã đính chính");
        }
    }

    @Test
    void aReportWithoutASourceOrAPeriodThatRunsSaysSo() {
        try (var visit = house.phone()) {
            visit.open("/agency/reports?form=II06A&basis=CALENDAR&kind=YEAR&period=" + AgencyHouse.TODAY.getYear())
                    .signIn();
            visit.sees("Kỳ này chưa kết thúc");
            visit.page().locator("select[name=kind]").selectOption("WEEK");
            visit.page().waitForURL("**kind=WEEK**");
            visit.sees("Phát hành");
            visit.isAccessible("/agency/reports on a phone");
            visit.screen("agency-report-phone");
        }
    }

    /** Presses Tab until the focus is on what is called this. */
    static void tabTo(Page page, String name) {
        for (int presses = 0; presses < 150; presses++) {
            var now = page.evaluate(
                    "() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()");
            if (name.equals(now)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + name);
    }
}
