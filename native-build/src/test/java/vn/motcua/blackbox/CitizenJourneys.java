package vn.motcua.blackbox;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

/** What the journeys through the citizen's app share; {@link CitizenPagesTest} runs them. */
abstract class CitizenJourneys {
    static PageHouse house() {
        return CitizenPagesTest.house();
    }

    static Visit phone() {
        return visit(390, 844, ColorScheme.LIGHT);
    }

    static Visit desktop() {
        return visit(1280, 900, ColorScheme.LIGHT);
    }

    static Visit visit(int width, int height, ColorScheme colours) {
        return Visit.of(
                CitizenPagesTest.browser(),
                house().service().baseUri(),
                house().identity().issuer(),
                width,
                height,
                colours);
    }

    /** Another page of the app without loading it anew: tokens live in the page's memory. */
    static void inApp(Visit visit, String path) {
        visit.page()
                .evaluate(
                        "path => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate')) }",
                        path);
        visit.settled();
    }

    /** Waits until the service worker has its files and answers for this page. */
    static void worksOffline(Page page) {
        page.waitForFunction("() => navigator.serviceWorker.controller !== null");
    }

    static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    static void tabTo(Page page, String id) {
        for (int tab = 0; tab < 40; tab++) {
            if ((Boolean) page.evaluate("id => document.activeElement.id === id", id)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + id);
    }
}
