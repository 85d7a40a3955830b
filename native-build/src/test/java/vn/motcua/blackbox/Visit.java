package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.local.Home;

/**
 * One person's visit in a fresh browser profile. It watches for what must never happen (an error in a script, a request to
 * somebody else, something the content policy forbids) and tells it when it closes.
 */
final class Visit implements AutoCloseable {
    /** Generous: a test ends as soon as it sees what it waits for, and a machine may be busy. */
    private static final int LIMIT = 40_000;

    private static final int LARGEST_SCREEN = 60_000;

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> faults = new ArrayList<>();

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT);
    }

    private Visit(BrowserContext context, String base, String identity) {
        this.context = context;
        this.base = base;
        context.setDefaultTimeout(LIMIT);
        page = context.newPage();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                faults.add(message.text());
            }
        });
        context.onRequest(request -> {
            if (!request.url().startsWith(base)
                    && !request.url().startsWith(identity)
                    && !request.url().startsWith("blob:")
                    && !request.url().startsWith("data:")) {
                faults.add("a request to " + request.url());
            }
        });
    }

    static Visit phone(Browser browser, URI base, String identity) {
        return of(browser, base, identity, 390, 844, ColorScheme.LIGHT);
    }

    static Visit of(Browser browser, URI base, String identity, int width, int height, ColorScheme colours) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setLocale("vi-VN")
                .setHasTouch(width < 700));
        return new Visit(context, base.toString(), identity);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Visit open(String path) {
        page.navigate(base + path);
        page.waitForSelector("main h1");
        return this;
    }

    /** Waits until the page's heading says this. */
    Visit heading(String words) {
        page.locator("h1", new Page.LocatorOptions().setHasText(words)).waitFor();
        return this;
    }

    Visit signIn() {
        page.locator(".signin button.main").click();
        signedIn();
        return this;
    }

    /** Waits until the way over the identity server has ended on the page that asked for it. */
    void signedIn() {
        page.waitForFunction("""
                () => localStorage.getItem('was-signed-in') === 'yes' && location.pathname !== '/signed-in'
                    && document.querySelector('main h1') !== null && document.querySelector('.signin') === null
                """);
    }

    void sees(String words) {
        page.getByText(words).first().waitFor();
    }

    /** Nothing that axe-core finds fault with by WCAG 2.2 A and AA. */
    void isAccessible(String what) {
        passes(what, axe().withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
    }

    /** What axe-core finds of contrast: all that another palette can change. */
    void isLegible(String what) {
        passes(what, axe().withRules(List.of("color-contrast")));
    }

    /** Judges in the page itself: no page has a frame of somebody else, which alone would need a second page to collect in. */
    private AxeBuilder axe() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options);
    }

    private void passes(String what, AxeBuilder rules) {
        settled();
        var found = rules.analyze().getViolations().stream()
                .map(rule -> what + ": " + rule.getId() + " " + rule.getNodes())
                .toList();
        assertEquals(List.of(), found);
    }

    void settled() {
        page.waitForFunction("() => document.querySelector('.waiting') === null");
    }

    /** A picture for {@code docs/screens}; kept there with {@code -Dmotcua.screens=true}, else under target. */
    void screen(String name) {
        settled();
        var folder = Boolean.getBoolean("motcua.screens")
                ? Home.checkout().resolve("docs/screens")
                : Path.of("target/screens");
        try {
            var picture = Palette.reduced(page.screenshot());
            assertTrue(picture.length <= LARGEST_SCREEN, name + " is too large for the docs: " + picture.length);
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".png"), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void path(String pattern) {
        page.waitForURL(Pattern.compile(Pattern.quote(base) + pattern));
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), faults);
    }
}
