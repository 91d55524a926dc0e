package kz.qadam.system;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.openqa.selenium.By;

/** The page that sends files, as whoever sits before it meets it. */
record FilesPage(Browser browser, String address) {

    FilesPage open(String language) {
        browser.open(address + "?lang=" + language);
        browser.await("#drop");
        return this;
    }

    FilesPage choose(Path file) {
        browser.element("#chosen").sendKeys(file.toString());
        browser.await("#send");
        return this;
    }

    FilesPage send() {
        browser.element("#send").click();
        return this;
    }

    FilesPage check() {
        browser.element("#check").click();
        return this;
    }

    FilesPage awaitResult() {
        browser.await("#outcome");
        return this;
    }

    String outcome() {
        return browser.element("#outcome").getText();
    }

    /** By what became of the rows, as the page writes them. */
    Map<String, Integer> counts() {
        return browser.elements("[data-verdict]").stream()
                .collect(Collectors.toMap(
                        verdict -> verdict.getDomAttribute("data-verdict"),
                        verdict -> Integer.valueOf(verdict.findElement(By.className("count"))
                                .getText()
                                .replaceAll("\\D", ""))));
    }

    /** The id of the file that is shown. */
    String shown() {
        return browser.address().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    }
}
