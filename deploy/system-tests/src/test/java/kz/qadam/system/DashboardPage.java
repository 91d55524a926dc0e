package kz.qadam.system;

import static kz.qadam.system.Qadam.soon;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page on which everybody sees where the country stands, as whoever sits before it meets it. */
record DashboardPage(Browser browser, String address) {

    /** @param query of the address, such as {@code lang=kk&cohort=pupils} */
    DashboardPage open(String query) {
        browser.open(address + "/?" + query);
        return awaitDrawn();
    }

    /** Without what a script does. */
    DashboardPage openPlain(String query) {
        browser.withoutScripts();
        browser.open(address + "/?" + query);
        return this;
    }

    DashboardPage awaitDrawn() {
        browser.await("#burnup-chart canvas").await("#months-chart canvas");
        return this;
    }

    /** The large number at the top. */
    long trained() {
        return number(browser.element(".big").getText());
    }

    /** How many are trained, by cohort, as the bars are labelled. */
    Map<String, Long> cohorts() {
        return browser.elements(".bullet-link").stream()
                .collect(Collectors.toMap(
                        link -> link.getDomAttribute("id").replace("cohort-", ""),
                        link -> number(link.findElement(By.cssSelector(".count strong"))
                                .getText())));
    }

    /** How many are trained, by region, as the tiles are labelled. */
    Map<String, Long> tiles() {
        return browser.elements(".tiles a").stream()
                .collect(Collectors.toMap(
                        tile -> tile.getDomAttribute("id").replace("tile-", ""),
                        tile -> number(tile.findElement(By.tagName("small")).getText())));
    }

    /** The numbers of a column of the table of a figure, from the top; null where a dash stands. */
    List<Long> column(String figure, String column) {
        return browser.elements("#%s-scroll td.%s".formatted(figure, column)).stream()
                .map(cell -> cell.getDomProperty("textContent"))
                .map(text -> text.equals("–") ? null : (Long) number(text))
                .toList();
    }

    /** How many people in a step of the funnel. */
    long step(String step) {
        return number(browser.element(".funnel tr.%s td".formatted(step)).getText());
    }

    /** How many institutions are in a state. */
    long institutions(String state) {
        return number(browser.element("dl.states .%s dd".formatted(state)).getText());
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
        return browser.elements(".narrowed .chip").stream()
                .map(chip -> chip.getText()
                        .replace("×", "")
                        .strip()
                        .lines()
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    WebElement slider() {
        return browser.element("#slider");
    }

    void unfoldTables() {
        browser.run("document.querySelectorAll('details').forEach(table => { table.open = true; })");
    }

    static long number(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }
}
