package kz.qadam.system;

import static kz.qadam.system.Waits.soon;

import java.util.Set;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** How somebody sends the forms of pages. */
enum DeskSending {
    ONCE,
    /** As by a double click. */
    TWICE,
    /** First after the session has ended, which loses nothing of what is filled in; then in a session again. */
    WITHOUT_SESSION;

    /** Presses the button that has the focus. */
    void press(Browser browser, DeskLabels labels) {
        if (this == WITHOUT_SESSION) {
            pressWithoutSession(browser, labels);
        }
        browser.type(this == TWICE ? Keys.ENTER.toString() + Keys.ENTER : Keys.ENTER);
    }

    private static void pressWithoutSession(Browser browser, DeskLabels labels) {
        WebElement button = browser.focused();
        Set<Cookie> session = browser.cookies();
        browser.forget();
        browser.type(Keys.ENTER);
        soon().until(() -> browser.texts("#content > .problem").stream()
                .anyMatch(
                        problem -> labels.of("desk.ended.what").matcher(problem).find()));
        browser.remember(session);
        browser.complaints(); // One of them is that the session has ended.
        browser.run("arguments[0].focus()", button);
    }
}
