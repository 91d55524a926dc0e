package kz.qadam.system;

import static kz.qadam.system.Waits.soon;

import java.util.Set;
import java.util.stream.Collectors;
import org.openqa.selenium.Cookie;

/** What the browser of somebody who has logged in on the pages shows from then on. */
record Session(Set<Cookie> cookies) {

    /** Logs in, in a browser in which nobody has. One session serves the pages of all services. */
    static Session of(String person, Browser browser, Qadam qadam) {
        String pages = qadam.front() + "/staff/";
        browser.open(pages + "?lang=en");
        enter(person, browser, qadam.realm());
        soon().until(() -> browser.address().startsWith(pages));
        return new Session(browser.cookies());
    }

    /** Answers Keycloak, which asks who it is. */
    static void enter(String person, Browser browser, Realm realm) {
        browser.await("#username");
        browser.element("#username").sendKeys(person);
        browser.element("#password").sendKeys(realm.passwordOf(person));
        browser.follow("#kc-login");
        realm.oneTimeCodeOf(person).ifPresent(code -> {
            browser.await("#otp");
            browser.element("#otp").sendKeys(code);
            browser.follow("#kc-login");
        });
    }

    /** The cookie of the session itself. */
    Cookie cookie() {
        return cookies.stream()
                .filter(cookie -> cookie.getName().startsWith("q_session"))
                .findFirst()
                .orElseThrow();
    }

    /** The header Cookie. */
    String header() {
        return cookies.stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
