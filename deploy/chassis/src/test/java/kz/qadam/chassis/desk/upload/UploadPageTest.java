package kz.qadam.chassis.desk.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class UploadPageTest {

    @ParameterizedTest
    @CsvSource({"kk, Ойыншықтарды жіберу", "ru, Отправить игрушки", "en, Send toys"})
    void the_page_speaks_the_language_that_its_address_names(String language, String title) {
        page("?lang=" + language, "en")
                .header("Content-Language", language)
                .body(containsString("<html lang=\"" + language + "\">"), containsString("<h1>" + title + "</h1>"));
    }

    @ParameterizedTest
    @CsvSource({"''", "?lang=", "?lang=de"})
    void without_a_language_in_the_address_it_speaks_the_reader_s(String query) {
        page(query, "kk").header("Content-Language", "kk").header("Vary", containsString("Accept-Language"));
    }

    @Test
    void what_the_message_files_say_is_text_and_not_markup() {
        page("", "en").body(containsString("for each &amp; every toy"));
    }

    @Test
    void nothing_runs_or_is_loaded_but_files_of_its_own_service() {
        page("", "en")
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self';"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .body(not(containsString("<style")), not(containsString("style=")), not(containsString("<script>")))
                .body(not(containsString("src=\"http")), containsString("src=\"/toy-files/page.js\""));
    }

    @Test
    void without_a_script_the_page_names_the_command() {
        page("", "en").body(containsString("\"https://toys.example/v1/toy-imports?fileName=file.csv\""));
    }

    @ParameterizedTest
    @CsvSource({"page.js, text/javascript", "page.css, text/css", "icon.svg, image/svg+xml"})
    void what_has_not_changed_is_not_sent_again(String asset, String type) {
        String tag = given().get("/toy-files/" + asset)
                .then()
                .statusCode(200)
                .contentType(containsString(type))
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag).get("/toy-files/" + asset).then().statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({"absent.js", "..%2fmessages.json", "page.html"})
    void what_is_no_part_of_the_page_is_not_found(String asset) {
        int status =
                given().urlEncodingEnabled(false).get("/toy-files/" + asset).statusCode();

        assertThat(status).isEqualTo(404);
    }

    @Test
    void who_shows_no_token_gets_no_page() {
        given().get("/toy-files").then().statusCode(401);
    }

    private static ValidatableResponse page(String query, String acceptLanguage) {
        return given().header("Authorization", "Bearer " + TestIssuer.partner("school-42"))
                .header("Accept-Language", acceptLanguage)
                .get("/toy-files" + query)
                .then()
                .statusCode(200);
    }
}
