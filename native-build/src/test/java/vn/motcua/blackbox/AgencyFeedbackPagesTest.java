package vn.motcua.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Feedback from the queue to the published answer, as an officer handles it. */
class AgencyFeedbackPagesTest {
    private static AgencyHouse house;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        house = AgencyHouse.open();
    }

    @Test
    void aCaseIsHandledByKeyboardAloneUntilItIsPublishedWithoutWhatIsPersonal()
            throws IOException, InterruptedException {
        try (var visit = house.visit(1120, 760, ColorScheme.LIGHT)) {
            visit.open("/agency/feedback").signIn();
            visit.sees(house.longCase());
            visit.isAccessible("/agency/feedback");
            visit.screen("agency-feedback");
            var page = visit.page();
            AgencyIndexPagesTest.tabTo(page, house.longCase());
            page.keyboard().press("Enter");
            visit.heading("Chờ quá lâu ở bộ phận một cửa");
            // Nothing tells who sent it, and the sender can see that.
            visit.sees("không hiện danh tính");
            assertFalse(page.content().contains("Giả Định"));
            assertEquals(List.of(false), house.looks(AgencyHouse.person(1), house.longCase()));
            page.locator("#similar + ul li").first().waitFor();
            visit.isAccessible("a case");
            visit.screen("agency-case");
            move(visit, "Tiếp nhận");
            move(visit, "Phân công xử lý");
            AgencyIndexPagesTest.tabTo(page, "Trả lời");
            page.keyboard().press("Enter");
            assertThat(page.locator(".move-form textarea")).isFocused();
            page.keyboard().type("Đã thêm hai quầy từ tuần này.");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            visit.sees("Đã xong: Trả lời.");
            AgencyIndexPagesTest.tabTo(page, "Công khai");
            page.keyboard().press("Enter");
            var text = page.locator("textarea[name=publicText]");
            assertFalse(text.inputValue().contains("0900 000 124"), text.inputValue());
            assertTrue(text.inputValue().contains("[điện thoại]"), text.inputValue());
            visit.isAccessible("before publishing");
            AgencyIndexPagesTest.tabTo(page, "Công khai");
            page.keyboard().press("Enter");
            visit.sees("Đã xong: Công khai.");
        }
        var published = house.published(house.longCase());
        assertEquals("Đã thêm hai quầy từ tuần này.", published.path("answer").asText());
        assertFalse(published.path("text").asText().contains("0900"), published.toString());
        assertFalse(house.looks(AgencyHouse.person(1), house.longCase()).contains(true));
    }

    private static void move(Visit visit, String name) {
        var page = visit.page();
        AgencyIndexPagesTest.tabTo(page, name);
        page.keyboard().press("Enter");
        page.locator(".move-form").waitFor();
        AgencyIndexPagesTest.tabTo(page, name);
        page.keyboard().press("Enter");
        visit.sees("Đã xong: " + name + ".");
    }

    @Test
    void whatReadsLikeAComplaintIsClassifiedAndTheSenderIsAskedOnAPhone() throws IOException, InterruptedException {
        try (var visit = house.phone()) {
            visit.open("/agency/feedback/" + house.complaint()).signIn();
            var page = visit.page();
            visit.sees("Máy đoán từ lời văn");
            visit.isAccessible("a complaint on a phone");
            visit.screen("agency-case-phone");
            page.getByText("Xem người gửi").click();
            visit.sees("Trần Thị Giả Định");
            visit.sees("có xem danh tính");
            assertTrue(house.looks(AgencyHouse.person(3), house.complaint()).contains(true));
            page.locator("[data-move=CLASSIFY]").click();
            page.locator("select[name=subject]").selectOption("CONDUCT");
            page.locator("select[name=track]").selectOption("NONE");
            page.locator(".move-form button.main").click();
            visit.sees("Đã xong: Phân loại.");
            page.locator("[data-move=ASK]").click();
            page.locator(".move-form textarea").fill("Anh chị cho biết ngày ra quyết định.");
            // What is being written outlives a change of language.
            page.getByText("English").click();
            page.locator("[data-move=ASK]").click();
            assertThat(page.locator(".move-form textarea")).hasValue("Anh chị cho biết ngày ra quyết định.");
            page.locator(".move-form button.main").click();
            visit.sees("Done: Ask the sender.");
            visit.isAccessible("a case in English");
            assertThat(page.locator("[data-move=ANSWER]")).hasCount(0);
        }
    }

    @Test
    void whatLiesWithAUnitBelowIsForwardedAndItsSenderStaysUnknown() {
        try (var visit = house.desktop(ColorScheme.DARK)) {
            visit.open("/agency/feedback/" + house.unitCase()).signIn();
            var page = visit.page();
            visit.sees("xem được người gửi");
            assertThat(page.getByText("Xem người gửi")).hasCount(0);
            page.locator("[data-move=RECEIVE]").click();
            page.locator(".move-form button.main").click();
            visit.sees("Đã xong: Tiếp nhận.");
            page.locator("[data-move=FORWARD]").click();
            page.locator("input[name=unit]").fill("H44.101");
            page.locator(".move-form textarea").fill("Thuộc thẩm quyền của đơn vị khác.");
            visit.isAccessible("before forwarding");
            visit.screen("agency-case-dark");
            page.locator(".move-form button.main").click();
            visit.sees("Đã xong: Chuyển đơn vị khác.");
            visit.open("/agency/feedback/figures?" + AgencyHouse.DAYS);
            visit.sees("vụ việc trong kỳ");
            visit.sees("Ẩn: dưới 10 vụ việc");
            visit.isAccessible("/agency/feedback/figures");
        }
    }

    @Test
    void aFileIsHandedOverAndAnUnknownCaseSaysWhatToDo() throws IOException {
        try (var visit = house.desktop(ColorScheme.LIGHT)) {
            visit.open("/agency/feedback/" + house.fileCase()).signIn();
            var page = visit.page();
            var file =
                    page.waitForDownload(() -> page.getByText("Tải về").first().click());
            assertEquals("phieu-so.png", file.suggestedFilename());
            assertEquals((byte) 0x89, Files.readAllBytes(file.path())[0]);
            visit.open("/agency/feedback/PAKN.20200101.9999");
            page.locator(".notice.bad").waitFor();
            visit.isAccessible("an unknown case");
        }
    }
}
