package vn.motcua.blackbox;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** How people use a page: buttons by their names, and the keyboard alone. */
final class Hands {
    private static final int MOST_TABS = 80;

    private Hands() {}

    static Locator button(Visit visit, String name) {
        return visit.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The field with exactly this label. */
    static Locator field(Visit visit, String label) {
        return visit.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Says yes in the window that asks. */
    static void confirm(Visit visit) {
        visit.page().locator("dialog[open] .actions button").first().click();
    }

    /** Another page without loading it anew: tokens live in the page's memory. */
    static void go(Visit visit, String path) {
        visit.page()
                .evaluate(
                        "path => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate')) }",
                        path);
    }

    /** Presses Tab until the focus is there, as somebody without a mouse does. */
    static void tabTo(Page page, Locator target) {
        target.waitFor();
        for (int i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + target);
    }
}
