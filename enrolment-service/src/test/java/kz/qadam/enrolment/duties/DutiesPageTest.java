package kz.qadam.enrolment.duties;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.office;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class DutiesPageTest {

    private static String page(String language) {
        return anybody()
                .get("/duties?lang=" + language)
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .extract()
                .asString();
    }

    @ParameterizedTest
    @CsvSource({
        "kk, Адамдар алдындағы міндеттер",
        "ru, Обязанности перед людьми",
        "en, Duties towards people",
    })
    void the_page_is_in_the_language_that_was_asked_for(String language, String title) {
        assertThat(page(language)).contains("<html lang=\"" + language + "\">", title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void it_says_of_each_duty_where_to_look_and_which_articles_to_check(String language) {
        String html = page(language);

        assertThat(Duty.values()).allSatisfy(duty -> {
            assertThat(duty.places()).allMatch(html::contains);
            assertThat(html).contains(duty.articles() + "</p>");
        });
    }

    @Test
    void it_leads_to_the_text_of_the_law() {
        assertThat(page("en")).contains("href=\"https://adilet.zan.kz/rus/docs/Z1300000094\"");
    }

    @Test
    void the_office_finds_it_among_its_pages() {
        office().get("/duties?lang=en")
                .then()
                .body(containsString("id=\"duties\" href=\"/duties?lang=en\" aria-current"));
    }
}
