package vn.motcua.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Finding out what a procedure needs: with and without a network, on a slow one, in two languages; and every page for everybody. */
abstract class ProcedureJourneys extends CitizenJourneys {
    @Test
    void aProcedureIsFoundWhileTypingAndItsPapersAreTickedOff() {
        try (var visit = phone()) {
            visit.open("/").screen("home-phone");
            var page = visit.page();
            page.locator("#q").fill("dang ky khai s");
            page.getByRole(com.microsoft.playwright.options.AriaRole.OPTION)
                    .filter(new com.microsoft.playwright.Locator.FilterOptions()
                            .setHasText(Pattern.compile("^\\s*Thủ tục đăng ký khai sinh\\s*$")))
                    .click();
            visit.heading("Thủ tục đăng ký khai sinh");
            visit.sees("Miễn phí");
            visit.sees("1 ngày làm việc");
            page.locator(".checklist input").first().check();
            visit.sees("Đã có 1/");
            visit.screen("procedure-phone");
            page.reload();
            assertThat(page.locator(".checklist input").first()).isChecked();
            visit.open("/");
            visit.sees("Xem gần đây");
            page.getByText("Có con nhỏ").click();
            page.locator(".results .cards li").first().waitFor();
        }
    }

    @Test
    void withoutANetworkTheAppOpensSearchesAndShowsTheChecklist() {
        try (var visit = phone()) {
            visit.open("/settings");
            worksOffline(visit.page());
            visit.page().getByText("Lưu hoặc cập nhật").click();
            visit.sees("Chữ ký đã được kiểm tra.");
            visit.context().setOffline(true);
            visit.open("/");
            visit.sees("Bạn đang ngoại tuyến");
            visit.page().locator("#q").fill("dawng kys khai sinh");
            visit.page().locator("#q").press("Enter");
            visit.sees("Kết quả từ bản lưu trên máy này");
            visit.page().locator(".cards a[href='/p/1.001193']").click();
            visit.heading("Thủ tục đăng ký khai sinh");
            visit.sees("Giấy tờ cần chuẩn bị");
            visit.page().locator(".checklist input").first().check();
            visit.screen("offline-phone");
        }
    }

    @Test
    void onASlowNetworkTheSearchNeedsLessThanThreeSeconds() {
        try (var visit = phone()) {
            var network = visit.context().newCDPSession(visit.page());
            var slow = new JsonObject();
            slow.addProperty("offline", false);
            slow.addProperty("latency", 150);
            slow.addProperty("downloadThroughput", 750_000 / 8);
            slow.addProperty("uploadThroughput", 250_000 / 8);
            network.send("Network.enable");
            network.send("Network.emulateNetworkConditions", slow);
            visit.page()
                    .navigate(
                            house().service().baseUri() + "/",
                            new Page.NavigateOptions()
                                    .setWaitUntil(com.microsoft.playwright.options.WaitUntilState.COMMIT));
            visit.page().locator("#q").waitFor();
            var usable = (Number) visit.page().evaluate("() => performance.getEntriesByName('usable')[0].startTime");
            System.out.println("Pages: usable after " + usable.intValue() + " ms at 750 kbit/s and 150 ms");
            // The clock of a busy machine proves nothing. What is judged is what the network needs for all that was
            // loaded
            // until then, and a turn each to connect, for the page, for its scripts and for what they ask first.
            var bytes = (Number) visit.page()
                    .evaluate(
                            "until => performance.getEntriesByType('navigation')"
                                    + ".concat(performance.getEntriesByType('resource').filter(e => e.startTime <= until))"
                                    + ".reduce((sum, e) => sum + e.transferSize, 0)",
                            usable.doubleValue());
            double seconds = 4 * 0.150 + bytes.doubleValue() / (750_000 / 8.0);
            System.out.printf("Pages: %d bytes until then, %.1f s of network%n", bytes.longValue(), seconds);
            assertTrue(bytes.longValue() > 10_000, "the browser told no sizes");
            assertTrue(seconds < 3, seconds + " s of network");
        }
    }

    @Test
    void everythingIsThereInEnglishToo() {
        try (var visit = phone()) {
            visit.open("/");
            visit.page().getByText("English").click();
            visit.heading("What do you need to get done?");
            assertEquals("en", visit.page().locator("html").getAttribute("lang"));
            visit.sees("Life events");
            visit.page().locator("#q").fill("birth registration");
            visit.page().locator("#q").press("Enter");
            visit.page().locator(".cards a[href='/p/1.001193']").click();
            visit.sees("Papers to prepare");
            visit.sees("1 working day");
            visit.open("/h");
            visit.page().locator("#code").fill(PageHouse.waiting());
            visit.page().locator("#proof").fill("0000");
            visit.page().locator("button.main").click();
            visit.page().locator("[role=alert]").waitFor();
        }
    }

    @Test
    void theKeyboardAloneSuffices() {
        try (var visit = visit(1280, 800, ColorScheme.LIGHT)) {
            visit.open("/").screen("home-desktop");
            var page = visit.page();
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            for (int tab = 0; tab < 20 && !(Boolean) page.evaluate("() => document.activeElement.id === 'q'"); tab++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().type("khai sinh");
            page.locator("#suggestions li").first().waitFor();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            visit.path("/p/.+");
            visit.settled();
            for (int tab = 0;
                    tab < 20 && !(Boolean) page.evaluate("() => document.activeElement.type === 'checkbox'");
                    tab++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Space");
            visit.sees("Đã có 1/");
            visit.screen("procedure-desktop");
        }
    }

    @Test
    void everyPageIsAccessibleInBothColours() throws Exception {
        for (var colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (var visit = visit(390, 844, colours)) {
                visit.open("/me").signIn();
                for (var path : new String[] {
                    "/me",
                    "/me/" + PageHouse.waiting(),
                    "/inbox",
                    "/settings",
                    "/",
                    "/?q=khai+sinh",
                    "/p/1.001193",
                    "/h"
                }) {
                    inApp(visit, path);
                    judge(visit, path, colours);
                }
                if (colours == ColorScheme.DARK) {
                    inApp(visit, "/me/" + PageHouse.waiting());
                    visit.screen("dossier-phone-dark");
                }
                inApp(visit, "/r#" + house().ticket(4));
                visit.page().locator(".levels").waitFor();
                judge(visit, "/r", colours);
            }
        }
    }

    @Test
    void nothingIsCutOffAtThreeHundredTwentyPixelsNorAtTwiceTheText() {
        try (var visit = visit(320, 640, ColorScheme.LIGHT)) {
            visit.open("/me").signIn();
            for (var path :
                    new String[] {"/", "/p/1.001193", "/h", "/me", "/me/" + PageHouse.running(), "/inbox", "/settings"
                    }) {
                inApp(visit, path);
                visit.settled();
                for (var size : new String[] {"100%", "200%"}) {
                    visit.page().evaluate("size => { document.documentElement.style.fontSize = size }", size);
                    assertEquals(
                            320,
                            visit.page().evaluate("() => document.documentElement.scrollWidth"),
                            path + " " + size);
                }
            }
        }
    }

    private static void judge(Visit visit, String path, ColorScheme colours) {
        if (colours == ColorScheme.LIGHT) {
            visit.isAccessible(path);
        } else {
            visit.isLegible(path + " in the dark");
        }
    }
}
