package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The administrator of an institution makes and revokes its keys in a browser. */
@OnSuite
@Tag("pages")
class KeyPageIT {

    private final Qadam qadam;
    private final Browser browser = new Browser();
    private final Institution school;

    KeyPageIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        school = qadam.office().opens("school", "KZ-75");
        browser.authorize(qadam.tokenOfAdministrator(school));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_key_is_made_by_keyboard_on_a_phone_and_revoked_again() {
        browser.beWide(360);
        open("kk");
        browser.tabTo("label").sendKeys("Moodle");
        browser.followByKeyboard("make");
        browser.await("#made-secret");
        String key = browser.element("#made-id").getText();
        String secret = browser.element("#made-secret").getText();
        assertThat(statusFor(key, secret)).isEqualTo(200);

        browser.follow(() -> browser.tabTo("reason-" + key).sendKeys("сервер сатылды", Keys.ENTER));
        browser.await("#confirm");
        browser.followByKeyboard("confirm");
        browser.await("#none");

        assertThat(statusFor(key, secret)).isEqualTo(401);
    }

    @Test
    void it_is_read_in_each_language_on_a_phone_and_on_a_desk() throws IOException {
        browser.beWide(360);
        for (String language : List.of("kk", "ru", "en")) {
            open(language);
            browser.element("#label").sendKeys("Moodle " + language);
            browser.element("#expiresOn")
                    .sendKeys(
                            LocalDate.now(ZoneId.of("Asia/Almaty")).plusDays(20).toString());
            browser.follow("#make");
            browser.await("#made-secret");
            browser.look("keys-made", language);
            browser.run("document.querySelector('main details').open = true"); // Only of a few keys it is.
            browser.follow(() -> browser.element("main details input").sendKeys("typed", Keys.ENTER));
            browser.await("#confirm");
            browser.look("keys-revoking", language);
        }
    }

    @Test
    void it_works_without_a_script() {
        browser.withoutScripts();
        open("ru");
        browser.element("#label").sendKeys("Реестр");
        browser.follow("#make");

        assertThat(browser.await("#made-secret").element("#made-secret").getText())
                .hasSize(43);
    }

    private void open(String language) {
        browser.open(qadam.address(Service.ENROLMENT) + "/keys?lang=" + language);
    }

    private int statusFor(String key, String secret) {
        return qadam.anybody(Service.ENROLMENT)
                .auth()
                .preemptive()
                .basic(key, secret)
                .get("/v1/enrolments")
                .statusCode();
    }
}
