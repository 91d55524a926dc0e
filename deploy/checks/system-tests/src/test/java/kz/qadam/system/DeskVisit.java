package kz.qadam.system;

import static kz.qadam.system.DeskKeyboard.ANY;
import static kz.qadam.system.DeskKeyboard.PRESSED;
import static kz.qadam.system.Waits.soon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openqa.selenium.Keys;

/** Somebody at a desk, who has no mouse. Counts what is pressed, and looks at each page that comes. */
final class DeskVisit {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Milliseconds until the page was there, and until the last of its panels was. */
    private static final String SLOWEST = """
            return Math.max(
              performance.getEntriesByType('navigation')[0].responseEnd,
              ...performance.getEntriesByType('resource').filter(one => one.name.includes('/panels/')).map(one => one.duration))
            """;

    /** The pages behind a menu that is closed, except those that a link of the page itself leads to. */
    private static final String BEHIND_MENU = """
            const names = (css) => [...document.querySelectorAll(css)].map((link) => link.textContent.trim());
            const menu = document.querySelector('.menu:not([open])');
            const here = names('main a, main button');
            return menu?.checkVisibility() ? names('.pages a').filter((name) => !here.includes(name)) : [];
            """;

    private final Browser browser;
    private final DeskLabels labels;
    private final boolean hasScripts;
    private final DeskSending sending;
    private final Set<String> looked;
    private final List<String> faults = new ArrayList<>();
    private final DeskKeyboard keyboard;
    private final Map<String, List<Double>> times = new TreeMap<>();
    private int presses;
    private boolean isDone;

    /** @param looked what was looked at for faults that do not depend on data */
    DeskVisit(Browser browser, DeskLabels labels, boolean hasScripts, DeskSending sending, Set<String> looked) {
        this.browser = browser;
        this.labels = labels;
        this.hasScripts = hasScripts;
        this.sending = hasScripts || sending == DeskSending.TWICE ? sending : DeskSending.ONCE;
        this.looked = looked;
        this.keyboard = new DeskKeyboard(browser, faults::add);
    }

    String language() {
        return labels.language();
    }

    Browser browser() {
        return browser;
    }

    boolean hasScripts() {
        return hasScripts;
    }

    /** How often something was pressed until it was done. */
    int presses() {
        return presses;
    }

    /** How many milliseconds each page took, with its panels. */
    Map<String, List<Double>> times() {
        return times;
    }

    List<String> faults() {
        return faults;
    }

    /** Opens a home, at which a task begins. */
    void begin(String address) {
        browser.open(address);
        look();
    }

    /** What is done; what is pressed from now on is further work. */
    void done() {
        isDone = true;
    }

    /** Presses the link or button with this label, and waits for what comes. */
    void press(String key) {
        press(labels.of(key));
    }

    /** The same with what no message says, such as a reference. */
    void pressText(String text) {
        press(Pattern.compile(Pattern.quote(text)));
    }

    private void press(Pattern label) {
        openMenu(label);
        var at = keyboard.tabTo(label, PRESSED);
        beforeNext();
        if (at.sends()) {
            sending.press(browser, labels);
        } else {
            browser.type(Keys.ENTER);
        }
        if (at.leads()) {
            awaitNext();
        }
    }

    /** On a phone the pages are behind a menu. That it is opened is no step of the task: it is not counted. */
    private void openMenu(Pattern label) {
        List<?> behind = (List<?>) browser.run(BEHIND_MENU);
        if (behind.stream().anyMatch(name -> label.matcher(name.toString()).matches())) {
            keyboard.tabTo(ANY, Set.of("summary"));
            browser.type(Keys.ENTER);
        }
    }

    private void beforeNext() {
        count();
        browser.markPage();
    }

    private void count() {
        presses += isDone ? 0 : 1;
    }

    private void awaitNext() {
        soon().atMost(PATIENCE).ignoreExceptions().until(browser::isAnotherPage);
        look();
    }

    /** Presses what saves a file, or changes the page that is there. */
    void pressHere(String key) {
        keyboard.tabTo(labels.of(key), PRESSED);
        count();
        browser.type(Keys.ENTER);
    }

    /** Fills in the field with this label. */
    void write(String key, String text) {
        keyboard.tabTo(labels.of(key), Set.of("input", "textarea"));
        browser.retype(text);
    }

    /** Chooses a value in the list with this label, by typing it. */
    void select(String key, String value) {
        keyboard.tabTo(labels.of(key), Set.of("select"));
        browser.type(labels.text(value));
    }

    /** Fills in the field with this label, and sends the form by Enter. */
    void send(String key, String text) {
        write(key, text);
        beforeNext();
        browser.type(Keys.ENTER);
        awaitNext();
    }

    /** Chooses the button with this label, of several of which one can be chosen. */
    void pick(String key) {
        Pattern label = labels.of(key);
        var at = keyboard.tabTo(ANY, Set.of("radio"));
        browser.type(Keys.SPACE);
        for (int i = 0; i < 10 && !label.matcher(at.name()).matches(); i++) {
            browser.type(Keys.ARROW_DOWN);
            at = keyboard.focus();
        }
        if (!label.matcher(at.name()).matches()) {
            throw new AssertionError("There is nothing to choose that is called " + label);
        }
    }

    /** Names a file at the field with this label. */
    void attach(String key, Path file) {
        keyboard.tabTo(labels.of(key), Set.of("input"));
        count();
        browser.focused().sendKeys(file.toString());
    }

    /** Goes past the field or button with this label. */
    void pass(String key) {
        keyboard.tabTo(labels.of(key), Set.of("a", "button", "input", "textarea", "select", "summary"));
    }

    /** Waits until the page shows it. */
    void sees(String css) {
        soon().atMost(PATIENCE).ignoreExceptions().until(() -> browser.shows(css));
    }

    /** An attribute of something that is shown. */
    String shown(String attribute, String css) {
        return browser.element(css).getDomAttribute(attribute);
    }

    /** Looks at the page for faults, when its panels are there. */
    void look() {
        if (hasScripts) {
            soon().until(() -> browser.elements("[data-from][aria-busy=true]").isEmpty());
        }
        String page = browser.address()
                .replaceFirst("^https?://[^/]+", "")
                .replaceAll("[?#].*", "")
                .replaceAll("[0-9a-f-]{36}|(?<=/)one-\\d+", "…");
        times.computeIfAbsent(page, key -> new ArrayList<>()).add(((Number) browser.run(SLOWEST)).doubleValue());
        long excess = browser.excess();
        if (excess > 0) {
            faults.add("%s is wider than the window by %d".formatted(page, excess));
        }
        browser.complaints().forEach(complaint -> faults.add(page + ": " + complaint));
        String kind = page
                + browser.texts("[data-state] > h2")
                + browser.texts("title")
                + language()
                + browser.run("return innerWidth");
        if (hasScripts && looked.add(kind)) {
            browser.objections().forEach(objection -> faults.add(page + ": " + objection));
        }
    }
}
