package vn.motcua.blackbox;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/**
 * What a person does with the app, in a real browser against the packaged service. The journeys stand in files of their own;
 * one house serves them all, because building it takes longer than most of them.
 */
class CitizenPagesTest {
    private static Chromium chromium;
    private static PageHouse house;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        chromium = Chromium.start();
        house = new PageHouse();
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
    void somebodyElsesSession() {
        house.asCitizen();
    }

    static PageHouse house() {
        return house;
    }

    static Browser browser() {
        return chromium.browser();
    }

    @Nested
    class Procedures extends ProcedureJourneys {}

    @Nested
    class Dossiers extends DossierJourneys {}

    @Nested
    class Feedback extends FeedbackJourneys {}

    @Nested
    class Settings extends SettingsJourneys {}
}
