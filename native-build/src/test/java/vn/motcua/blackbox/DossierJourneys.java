package vn.motcua.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Following a dossier and rating how it went. */
abstract class DossierJourneys extends CitizenJourneys {
    private static final double THIRTY_SECONDS = 30_000;

    @Test
    void aDossierIsLookedUpByCodeAndByTheQrOfItsReceipt() throws Exception {
        try (var visit = phone()) {
            visit.open("/h");
            visit.page().locator("#code").fill(PageHouse.waiting());
            visit.page().locator("#proof").fill("9999");
            visit.page().locator("button.main").click();
            visit.page().locator("[role=alert]").waitFor();
            visit.page().locator("#proof").fill("0778");
            visit.page().locator("button.main").click();
            visit.sees("Bạn cần làm ngay");
            visit.screen("lookup-phone");
            var qr = house().mine("/v1/me/dossiers/" + PageHouse.running() + "/receipt")
                    .path("qr")
                    .asText();
            visit.page().navigate("about:blank");
            visit.open("/h" + qr.substring(qr.indexOf('#')));
            visit.sees("Diễn biến");
            assertTrue(visit.page().url().endsWith("/h"), "the secret has left the address bar");
        }
    }

    @Test
    void whoSignsInSeesOwnDossiersTheForecastAndWhoLooked() {
        try (var visit = phone()) {
            visit.open("/me").signIn();
            visit.sees("Xin chào Người Mẫu");
            visit.screen("dossiers-phone");
            visit.page().locator("a[href='/me/" + PageHouse.running() + "']").click();
            visit.sees("Dự kiến khi nào xong");
            visit.page().locator(".forecast-picture").waitFor();
            visit.screen("dossier-phone");
            visit.page().getByText("Xem danh sách").click();
            visit.page().locator("#looks ~ *").first().waitFor();
            visit.page().getByText("Hiện mã").click();
            assertThat(visit.page().locator(".secret")).hasText(Pattern.compile("^(\\w{4}-){3}\\w{4}$"));
            visit.open("/inbox");
            visit.page().locator(".mails details:has(a[href^='/me/'])").first().click();
            visit.page().locator(".mails details[open]").getByText("Mở hồ sơ").waitFor();
            assertEquals(
                    "",
                    visit.page()
                            .evaluate("() => Object.values({...localStorage, ...sessionStorage})"
                                    + ".filter(value => value.startsWith('ey')).join()"),
                    "no token is kept in storage");
        }
    }

    @Test
    void whatIsTypedStaysWhenTheSessionIsFoundAgainAndTheLanguageChanges() {
        var asked = new AtomicReference<Route>();
        try (var visit = phone()) {
            var page = visit.page();
            visit.open("/me").signIn();
            visit.context().route(address -> address.contains("prompt=none"), asked::set);
            visit.open("/h");
            page.locator("#code").fill("H44.07-261008-0975");
            page.waitForCondition(() -> asked.get() != null);
            page.waitForResponse(
                    answer -> answer.url().contains("/v1/me/notifications"),
                    () -> asked.get().resume());
            assertThat(page.locator("#code")).isFocused();
            page.getByText("English").click();
            visit.heading("Where is my dossier?");
            assertThat(page.locator("#code")).hasValue("H44.07-261008-0975");
        }
    }

    @Test
    void theListOfOwnDossiersGoesOn() {
        try (var visit = phone()) {
            var page = visit.page();
            visit.context()
                    .route(
                            address -> address.contains("/v1/me/dossiers?"),
                            route -> route.resume(new Route.ResumeOptions()
                                    .setUrl(route.request().url().replace("limit=50", "limit=1"))));
            visit.open("/me").signIn();
            assertThat(page.locator(".cards li")).hasCount(1);
            page.getByText("Xem thêm").click();
            assertThat(page.locator(".cards li")).hasCount(2);
        }
    }

    @Test
    void aRatingIsGivenWithOneThumbInSevenTaps() throws Exception {
        try (var visit = phone()) {
            long begin = System.nanoTime();
            visit.open("/r#" + house().ticket(0));
            visit.settled();
            visit.screen("rating-phone");
            for (int question = 0; question < 6; question++) {
                visit.page().locator(".level.l4").tap();
            }
            visit.page().getByText("Gửi đánh giá").tap();
            visit.sees("Đánh giá đã được ghi nhận");
            assertTrue((System.nanoTime() - begin) / 1e6 < THIRTY_SECONDS);
            var height = visit.page().viewportSize().height;
            visit.page().navigate("about:blank");
            visit.open("/r#" + house().ticket(1));
            visit.page().locator(".level.l4").waitFor();
            var box = visit.page().locator(".level.l4").boundingBox();
            assertTrue(box.y > height / 4.0 && box.height >= 44, "the answers are large and where the thumb is");
        }
    }

    @Test
    void aRatingWrittenOfflineIsSentOnceWhenTheNetworkReturns() throws Exception {
        var ticket = house().ticket(2);
        var sent = new AtomicInteger();
        try (var visit = phone()) {
            visit.context().onRequest(request -> {
                if (request.url().endsWith("/rating")) {
                    sent.incrementAndGet();
                }
            });
            visit.open("/r#" + ticket);
            visit.page().locator(".level.l5").waitFor();
            visit.context().setOffline(true);
            visit.page().locator(".level.l5").tap();
            visit.page().getByText("Gửi đánh giá").tap();
            visit.sees("Đánh giá được giữ trên máy");
            visit.context().setOffline(false);
            visit.sees("Đánh giá viết lúc ngoại tuyến đã được gửi");
            sent.set(0);
            visit.open("/");
            visit.page().reload();
            visit.settled();
            assertEquals(0, sent.get(), "nothing is left to send");
        }
        var state = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(
                                        house().service().baseUri().resolve("/v1/surveys/" + ticket))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString())
                .body();
        assertTrue(state.contains("\"USED\""), state);
    }

    @Test
    void whoIsSignedOutInTheMiddleLosesNothing() throws Exception {
        var ticket = house().ticket(3);
        try (var visit = phone()) {
            house().identity().tokensLast(1);
            visit.open("/me").signIn();
            int given = house().identity().given();
            visit.page().navigate(house().service().baseUri() + "/r#" + ticket);
            visit.page().locator(".level.l2").tap();
            visit.page().locator(".level.l3").tap();
            // The page asked the identity server silently who is there; only then is there a session to end.
            visit.page()
                    .waitForCondition(
                            () -> house().identity().given() > given,
                            new Page.WaitForConditionOptions().setTimeout(30_000));
            house().identity().endSession();
            visit.page().locator("nav a[href='/inbox']").click();
            visit.sees("Phiên đăng nhập đã hết");
            house().identity().tokensLast(3600);
            visit.page().locator(".notice button.main").click();
            visit.heading("Hộp thư");
            visit.page().locator(".mails").waitFor();
            visit.page().navigate("about:blank");
            visit.open("/r#" + ticket);
            visit.sees("Câu 3/6");
        }
    }
}
