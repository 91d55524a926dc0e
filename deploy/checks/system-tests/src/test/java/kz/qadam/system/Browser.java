package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.print.PrintOptions;

/** A visitor with Chromium who knows nothing of earlier visits. Of two at once, the later one leaves first. */
final class Browser implements AutoCloseable {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int MANY = 150;

    /** Of a phone, and of a desk. What is done after a look is done on the phone, where less is to be seen. */
    private static final List<Integer> WIDTHS = List.of(1280, 360);

    /** The pages whose colours have been checked, with their widths. */
    private static final Set<String> CHECKED_COLOURS = ConcurrentHashMap.newKeySet();

    private final Chromium shared;
    private final ChromeDriver chromium;
    private final AccessibilityCheck accessibility;
    private final String tabBefore;
    private final Path home;
    private final String visitor;

    Browser() throws IOException {
        shared = Chromium.running();
        chromium = shared.driver();
        accessibility = new AccessibilityCheck(chromium);
        tabBefore = chromium.getWindowHandle();
        home = Chromium.HOMES.resolve(Integer.toString(NEXT.incrementAndGet()));
        visitor = shared.newVisitor(Files.createDirectories(downloads()));
        complaints(); // Those of earlier visits are read away.
    }

    void open(String address) {
        chromium.get(address);
    }

    /** Opens a new tab, as at the beginning of a visit. */
    void openInNewTab(String address) {
        shared.openTab(visitor);
        chromium.get(address);
    }

    void back() {
        chromium.navigate().back();
    }

    /** From now on no page runs any. */
    void withoutScripts() {
        chromium.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** Opens the link of an invitation, and chooses the password. */
    void choosePassword(String link, String password) {
        open(link);
        await("#password");
        element("#password").sendKeys(password);
        element("#again").sendKeys(password);
        follow("#choose");
        await("#log-in");
    }

    /** From now on each request shows this token. */
    void authorize(String token) {
        chromium.executeCdpCommand("Network.enable", Map.of());
        chromium.executeCdpCommand(
                "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Authorization", "Bearer " + token)));
    }

    /** From now on the window is so many pixels wide, as on a phone. */
    void beWide(int pixels) {
        chromium.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 844, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Looks at the page as on a desk, and then as on a phone, as which it stays. */
    void look(String what, String language) throws IOException {
        for (int width : WIDTHS) {
            beWide(width);
            look(what, language, width);
        }
    }

    /**
     * Takes a picture of the page, whole with its panels. It must not be wider than the window, nor have a fault that is found
     * without people.
     */
    void look(String what, String language, int width) throws IOException {
        soon().until(() -> elements("[data-from][aria-busy=true]").isEmpty());
        String name = what + "-" + language + "-" + width;
        picture(name);
        assertThat(excess()).as(name).isZero();
        boolean areColoursNew = CHECKED_COLOURS.add(what + "-" + width);
        assertThat(areColoursNew ? objections() : objections("light", accessibility::ofAllButColours))
                .as(name)
                .isEmpty();
        assertThat(complaints()).as(name).isEmpty();
        assertThat(repeatedIds()).as(name).isEmpty();
    }

    /** Ids that more than one element has: labels, links and scripts would find the first of them only. */
    @SuppressWarnings("unchecked")
    List<String> repeatedIds() {
        return (List<String>) run("""
                const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
                return ids.filter((id, place) => ids.indexOf(id) !== place)
                """);
    }

    /** By how many pixels the page is wider than its window. After a change of the window its charts are drawn anew, a bit later. */
    long excess() {
        return (long) run("""
                const page = document.documentElement;
                return page.scrollWidth - page.clientWidth
                """);
    }

    /** Where the page has fetched anything from. */
    @SuppressWarnings("unchecked")
    List<String> hosts() {
        return (List<String>) run("""
                return [...new Set(performance.getEntriesByType('resource').map(one => new URL(one.name).origin))]
                """);
    }

    /** What the page, or the browser about it, has complained of. */
    List<String> complaints() {
        return chromium.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** As it is on paper. */
    void showPrinted() {
        chromium.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /** Whether there is anything of it on paper, also of what is folded on the screen. */
    boolean hasOnPaper(String css) {
        return (boolean) run("return document.querySelector(arguments[0]).checkVisibility()", css);
    }

    /** A picture of the window, kept to be looked at. */
    Path picture(String name) throws IOException {
        var picture = chromium.executeCdpCommand("Page.captureScreenshot", Map.of("optimizeForSpeed", true));
        return Files.write(home.resolve(name + ".png"), Base64.getDecoder().decode((String) picture.get("data")));
    }

    /** The cookies of the site. */
    Set<Cookie> cookies() {
        return chromium.manage().getCookies();
    }

    /** The session ends. */
    void forget() {
        chromium.manage().deleteAllCookies();
    }

    /** Somebody has logged in again. */
    void remember(Set<Cookie> cookies) {
        cookies.forEach(chromium.manage()::addCookie);
    }

    /** As a PDF, in Base64. */
    String printed() {
        return chromium.print(new PrintOptions()).getContent();
    }

    String address() {
        return chromium.getCurrentUrl();
    }

    WebElement element(String css) {
        return chromium.findElement(By.cssSelector(css));
    }

    List<WebElement> elements(String css) {
        return chromium.findElements(By.cssSelector(css));
    }

    /** The texts of what is found, read at once: the page may be about to replace it. */
    @SuppressWarnings("unchecked")
    List<String> texts(String css) {
        return (List<String>) run("""
                return [...document.querySelectorAll(arguments[0])].map(one => one.textContent.trim())
                """, css);
    }

    /** Whether there is one to be seen; one whose page is being replaced is not. */
    boolean shows(String css) {
        try {
            return elements(css).stream().anyMatch(WebElement::isDisplayed);
        } catch (StaleElementReferenceException replaced) {
            return false;
        }
    }

    Browser await(String css) {
        soon().ignoreExceptions().until(() -> shows(css));
        return this;
    }

    /** Clicks on what leads to another page, and waits until that is there: the page before it may have the same elements. */
    void follow(String css) {
        await(css);
        follow(() -> element(css).click());
    }

    /** The same by the keyboard alone. */
    void followByKeyboard(String id) {
        follow(() -> tabTo(id).sendKeys(Keys.ENTER));
    }

    /** Does what leads to another page, and waits until that is there. */
    void follow(Runnable step) {
        markPage();
        step.run();
        soon().ignoreExceptions().until(this::isAnotherPage);
    }

    /** Before something that leads to another page. */
    void markPage() {
        run("window.isBefore = true");
    }

    /** Whether the page is another than the one that was marked, and whole. */
    boolean isAnotherPage() {
        return (boolean) run("return window.isBefore === undefined && document.readyState === 'complete'");
    }

    Object run(String script, Object... arguments) {
        return chromium.executeScript(script, arguments);
    }

    WebElement focused() {
        return chromium.switchTo().activeElement();
    }

    /** Presses these keys, wherever the focus is. */
    void type(CharSequence... keys) {
        new Actions(chromium).sendKeys(keys).perform();
    }

    /** Types this in place of what the field with the focus has. */
    void retype(String text) {
        new Actions(chromium)
                .keyDown(Keys.CONTROL)
                .sendKeys("a")
                .keyUp(Keys.CONTROL)
                .sendKeys(text)
                .perform();
    }

    /** Goes on by the tabulator until it comes to the element; wherever it comes to is to be seen. */
    WebElement tabTo(String id) {
        for (int i = 0; i < MANY; i++) {
            // Not to the element: a file button would take it for the name of a file.
            new Actions(chromium).sendKeys(Keys.TAB).perform();
            assertThat(run("""
                    const place = document.activeElement.closest('.drop') ?? document.activeElement;
                    return place === document.body || place.type === 'date' || getComputedStyle(place).outlineStyle !== 'none'
                    """)).as("The focus on %s is to be seen", focused()).isEqualTo(true);
            // Asked in the page: what is live there may be replaced between two questions from here.
            if (id.equals(run("return document.activeElement.id"))) {
                return focused();
            }
        }
        throw new AssertionError("The tabulator does not come to " + id);
    }

    /** Bytes a second that go out. */
    void slowDown(int speed) {
        chromium.executeCdpCommand("Network.enable", Map.of());
        chromium.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", false, "latency", 0, "downloadThroughput", -1, "uploadThroughput", speed));
    }

    /** What an automatic check of accessibility objects to, in the light; in the dark only colours differ. */
    List<String> objections() {
        return Stream.of(objections("light", accessibility::ofAllRules), objections("dark", accessibility::ofColours))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> objections(String scheme, Supplier<List<String>> check) {
        show(scheme);
        return check.get().stream().map(objection -> scheme + ": " + objection).toList();
    }

    private void show(String scheme) {
        chromium.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** A file that was saved. */
    Path saved(String name) {
        Path file = downloads().resolve(name);
        soon().until(() -> Files.exists(file));
        return file;
    }

    /** A file to be sent. */
    Path write(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content);
    }

    private Path downloads() {
        return home.resolve("downloads");
    }

    @Override
    public void close() {
        shared.leave(visitor, tabBefore);
    }
}
