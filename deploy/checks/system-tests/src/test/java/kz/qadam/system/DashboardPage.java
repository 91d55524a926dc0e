package kz.qadam.system;

import static kz.qadam.system.Waits.soon;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openqa.selenium.WebElement;

/** The page on which everybody sees where the country stands, as whoever sits before it meets it. */
record DashboardPage(Browser browser, String address) {

    /** Where the page says that its figures are exact; one of published figures says of which kind it is. */
    static final String EXACT = "#content:not([data-kind]) .known strong";

    /** @param query of the address, such as {@code lang=kk&cohort=pupils} */
    DashboardPage open(String query) {
        browser.open(address + "/?" + query);
        browser.await("#burnup-chart canvas").await("#months-chart canvas");
        return this;
    }

    /** By an address that holds a token, as the launcher prints one. */
    DashboardPage openWith(String token, String query) {
        browser.open(address + "/?" + query + "#token=" + token);
        browser.await(EXACT);
        return this;
    }

    /** Whether it says that its figures are exact. */
    boolean isExact() {
        return browser.shows(EXACT);
    }

    /** Where there may be nothing to draw. */
    DashboardPage openEmpty(String query) {
        browser.open(address + "/?" + query);
        browser.await("#access");
        return this;
    }

    /** Without what a script does. */
    DashboardPage openPlain(String query) {
        browser.withoutScripts();
        browser.open(address + "/?" + query);
        return this;
    }

    /** The large number at the top. */
    long trained() {
        return number(browser.texts(".big").get(0));
    }

    /** How many are trained, by cohort, as the bars are labelled. */
    Map<String, Long> cohorts() {
        return labelled("cohort-", ".bullet-link", ".count strong");
    }

    /** How many are trained, by region, as the tiles are labelled. */
    Map<String, Long> tiles() {
        return labelled("tile-", ".tiles a", "small");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Long> labelled(String prefix, String things, String count) {
        var texts = (Map<String, String>) browser.run("""
                return Object.fromEntries([...document.querySelectorAll(arguments[0])]
                    .map(one => [one.id, one.querySelector(arguments[1]).textContent]))
                """, things, count);
        Map<String, Long> numbers = new TreeMap<>();
        texts.forEach((id, text) -> numbers.put(id.substring(prefix.length()), numberIfAny(text)));
        return numbers;
    }

    /** The numbers of a column of the table of a figure, from the top; null where there is a dash. */
    List<Long> column(String figure, String column) {
        return browser.texts("#%s-scroll td.%s".formatted(figure, column)).stream()
                .map(DashboardPage::numberIfAny)
                .toList();
    }

    /** How many people in a step of the funnel. */
    long step(String step) {
        return number(browser.texts(".funnel tr.%s td".formatted(step)).get(0));
    }

    /** How many institutions are in a state. */
    long institutions(String state) {
        return number(browser.texts("dl.states .%s dd".formatted(state)).get(0));
    }

    /** Chooses what a link shows, and waits until it is shown. */
    DashboardPage choose(String link) {
        String then = browser.element("#" + link).getDomProperty("href");
        browser.element("#" + link).click();
        soon().until(() -> browser.address().equals(then));
        return this;
    }

    /** What the figures are narrowed to. */
    List<String> narrowedTo() {
        return browser.texts(".narrowed .chip").stream()
                .map(text -> text.replaceFirst("\\s*×.*", ""))
                .toList();
    }

    WebElement slider() {
        return browser.element("#slider");
    }

    void unfoldTables() {
        browser.run("document.querySelectorAll('details').forEach(table => { table.open = true; })");
    }

    /** Null if there are too few to publish. */
    private static Long numberIfAny(String text) {
        return text.chars().anyMatch(Character::isDigit) ? (Long) number(text) : null;
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }
}
