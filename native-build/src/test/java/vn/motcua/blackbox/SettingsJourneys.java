package vn.motcua.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is pushed and where, what is followed, and the rights over the own data. */
abstract class SettingsJourneys extends CitizenJourneys {
    @Test
    void choicesOfPushesAreKeptByKindAgencyAndHour() throws Exception {
        try (var visit = phone()) {
            var page = visit.page();
            settings(visit);
            page.getByText("Quá hạn").click();
            page.getByText("Phản ánh có trả lời, cập nhật").click();
            page.getByText("Giờ yên tĩnh").click();
            visit.sees("Đã lưu.");
            page.locator("summary").click();
            page.locator("#mute-first").selectOption("H44");
            page.locator("#mute-second").waitFor();
            page.locator("details button").click();
            page.getByText("Nhận lại").waitFor();
            visit.screen("settings-phone");
            visit.isAccessible("/settings");
            page.reload();
            settings(visit);
            page.getByText("Nhận lại").click();
            page.waitForCondition(() -> page.getByText("Nhận lại").count() == 0);
            visit.sees("Đã lưu.");
        }
        var kept = house().mine("/v1/me/notification-preferences");
        assertEquals("false", kept.at("/kinds/OVERDUE").asText(), kept.toString());
        assertEquals("false", kept.at("/kinds/FEEDBACK_STATUS").asText(), kept.toString());
        assertEquals("22:00", kept.at("/quietHours/from").asText(), kept.toString());
        assertTrue(!kept.at("/agencies/H44").asText().equals("false"), kept.toString());
    }

    @Test
    void devicesAndFollowedProceduresAreListedAndLeft() throws Exception {
        house().device("phone-to-keep");
        house().device("phone-to-lose");
        try (var visit = visit(390, 844, ColorScheme.DARK)) {
            var page = visit.page();
            visit.open("/p/1.001193");
            var follow = page.locator(".actions button[aria-pressed]");
            int given = house().identity().given();
            follow.click(); // leads to signing in, and back
            page.waitForCondition(() -> house().identity().given() > given);
            visit.heading("Thủ tục đăng ký khai sinh");
            follow.click();
            assertThat(follow).hasAttribute("aria-pressed", "true");
            page.locator("nav a[href='/settings']").click();
            page.locator("#followed ~ ul a[href='/p/1.001193']").waitFor();
            page.locator("#followed").scrollIntoViewIfNeeded();
            visit.screen("settings-phone-dark");
            page.locator("#devices ~ ul button").first().click();
            visit.sees("Thiết bị này không nhận thông báo nữa.");
            assertThat(page.locator("#devices ~ ul li")).hasCount(1);
            page.locator("#followed ~ ul button").click();
            visit.sees("Chưa theo dõi thủ tục nào.");
            visit.isLegible("/settings in the dark");
        }
        assertEquals(0, house().mine("/v1/me/followed-procedures").path("items").size());
        assertEquals(
                "phone-to-keep",
                house().mine("/v1/me/devices").at("/items/0/installationId").asText());
    }

    @Test
    void ownDataAreTakenAlongAndDeletedOnlyWhenThePersonMeansIt() throws Exception {
        try (var visit = phone()) {
            settings(visit);
            var page = visit.page();
            var download = page.waitForDownload(
                    () -> page.getByText("Tải dữ liệu của tôi").click());
            assertTrue(Files.readString(download.path()).contains(PageHouse.waiting()), "the dossiers are in it");
            page.getByText("Xoá dữ liệu của tôi").click();
            assertThat(page.getByText("Giữ lại")).isFocused();
            visit.isAccessible("the question before deleting");
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog")).isHidden();
            page.getByText("Xoá dữ liệu của tôi").waitFor();
        }
        house().identity()
                .user(() -> house().service()
                        .token("citizen", Map.of("personalId", "001000000779", "name", "Người Mẫu Khác")));
        try (var visit = phone()) {
            settings(visit);
            var page = visit.page();
            page.getByText("Xoá dữ liệu của tôi").click();
            page.locator("dialog .danger").click();
            visit.sees("Đã xoá.");
            visit.sees("Phản ánh, kiến nghị");
        }
    }

    private static void settings(Visit visit) {
        visit.open("/settings");
        var page = visit.page();
        page.waitForCondition(() -> page.locator("#data").count() == 1
                || page.locator(".settings section button.main").count() == 1);
        for (int tries = 0; tries < 10 && page.locator("#data").count() == 0; tries++) {
            if (pressed(page.locator(".settings section button.main"))) {
                break;
            }
        }
        page.locator("#data").waitFor();
        visit.settled();
    }

    /** False when the button was gone before it could be pressed: a session that was being renewed came back. */
    private static boolean pressed(Locator signIn) {
        try {
            signIn.click(new Locator.ClickOptions().setTimeout(4_000));
            return true;
        } catch (TimeoutError gone) {
            return false;
        }
    }
}
