package vn.motcua.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an official sees in the console, in a real browser against the packaged service. */
class AgencyPagesTest {
    private static Chromium chromium;
    private static PageHouse house;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        chromium = Chromium.start();
        house = new PageHouse();
        house.asOfficer();
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

    @Test
    void theHeadOfAnAgencySeesWherePeopleAreUnhappyAndHowSureThatIs() {
        for (var colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (var visit = visit(1280, 900, colours)) {
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
        try (var visit = visit(390, 844, ColorScheme.LIGHT)) {
            visit.open("/agency/queue").signIn();
            visit.sees(PageHouse.running());
            visit.page().locator(".tabs a").nth(1).click();
            visit.page().locator("table.queue").waitFor();
            visit.isAccessible("/agency/queue");
            visit.screen("agency-queue-phone");
        }
    }

    private static Visit visit(int width, int height, ColorScheme colours) {
        return Visit.of(
                chromium.browser(), house.service().baseUri(), house.identity().issuer(), width, height, colours);
    }
}
