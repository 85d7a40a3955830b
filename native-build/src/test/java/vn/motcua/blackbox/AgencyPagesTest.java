package vn.motcua.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an official sees in the console, in a real browser against the packaged service. */
class AgencyPagesTest {
    private static AgencyHouse house;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        house = AgencyHouse.open();
    }

    @Test
    void theHeadOfAnAgencySeesWherePeopleAreUnhappyAndHowSureThatIs() {
        for (var colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (var visit = house.desktop(colours)) {
                visit.open("/agency").signIn();
                visit.sees("% hài lòng chung");
                visit.sees("chắc chắn 95 % nằm trong");
                visit.page().locator(".chart canvas").first().waitFor();
                visit.isAccessible("/agency " + colours);
                visit.screen(colours == ColorScheme.LIGHT ? "agency-desktop" : "agency-desktop-dark");
                visit.page().locator("details summary").first().click();
                assertThat(visit.page().locator("details code").first())
                        .hasText(Pattern.compile("^sipas-style/.*agency=H44.*"));
            }
        }
    }

    @Test
    void theQueueIsReadByRiskAndWorksOnAPhone() {
        try (var visit = house.phone()) {
            visit.open("/agency/queue").signIn();
            visit.sees(PageHouse.running());
            visit.page().locator(".tabs a").nth(1).click();
            visit.page().locator("table.queue").waitFor();
            visit.isAccessible("/agency/queue");
            visit.screen("agency-queue-phone");
            visit.page().getByText("Danh mục").click();
            visit.page().locator("#menu.open").waitFor();
            visit.isAccessible("the menu on a phone");
            visit.page().locator("#menu").getByText("Trả lại không lý do").click();
            visit.heading("Trả lại không nêu lý do");
            visit.sees("Ẩn: dưới 10 lần");
            visit.isAccessible("/agency/returns");
        }
    }

    @Test
    void aDossierOpensWithItsPurposeOnly() {
        try (var visit = house.desktop(ColorScheme.LIGHT)) {
            visit.open("/agency/dossiers/" + PageHouse.waiting()).signIn();
            visit.sees("chủ hồ sơ nhìn thấy");
            visit.isAccessible("before a dossier");
            visit.page().getByText("Mở hồ sơ").click();
            visit.sees("Thiếu Giấy chứng sinh");
            visit.isAccessible("a dossier");
        }
    }

    @Test
    void commentsAreReadInBatchesAndRatingsSetApartAreTold() {
        try (var visit = house.visit(1120, 640, ColorScheme.DARK)) {
            visit.open("/agency/comments").signIn();
            visit.sees("lấy số từ sáng");
            visit.sees(" ý kiến");
            visit.isAccessible("/agency/comments");
            visit.screen("agency-comments-dark");
            visit.page().locator("#menu").getByText("Đánh giá để riêng").click();
            visit.sees("Không tính phần để riêng");
            visit.sees("Chưa có nhóm nào bị để riêng");
            visit.isAccessible("/agency/quarantine");
        }
    }
}
