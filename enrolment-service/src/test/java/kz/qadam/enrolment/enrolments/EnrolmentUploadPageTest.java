package kz.qadam.enrolment.enrolments;

import static io.restassured.RestAssured.given;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.MultiPartConfig.multiPartConfig;
import static kz.qadam.enrolment.enrolments.SentFiles.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import kz.qadam.enrolment.Caller;
import kz.qadam.local.QadamBackends;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page from which people send files, as a browser without scripts uses it. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EnrolmentUploadPageTest {

    private static final String PAGE = "/enrolment-files";
    private static final String LARGER_THAN_A_CHECK = "x".repeat(11 * 1024 * 1024);

    private SentFiles files;

    @BeforeEach
    void open() {
        files = SentFiles.ofASchool();
    }

    @ParameterizedTest
    @CsvSource({"kk, Тіркеулер файлын жіберу", "ru, Отправить файл с зачислениями", "en, Send a file of enrolments"})
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
    void nothing_runs_or_is_loaded_but_files_of_its_own_service() {
        page("", "en")
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self';"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .body(not(containsString("<style")), not(containsString("style=")), not(containsString("<script>")))
                .body(not(containsString("src=\"http")), containsString("src=\"/enrolment-files/page.js\""));
    }

    @Test
    void the_page_names_the_command_that_sends_the_same() {
        page("", "en").body(containsString("/v1/enrolment-imports?fileName=file.csv"));
    }

    @ParameterizedTest
    @CsvSource({"page.js, text/javascript", "page.css, text/css", "icon.svg, image/svg+xml"})
    void what_has_not_changed_is_not_sent_again(String asset, String type) {
        String tag = given().get(PAGE + "/" + asset)
                .then()
                .statusCode(200)
                .contentType(containsString(type))
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag).get(PAGE + "/" + asset).then().statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({"absent.js", "..%2fmessages.json", "page.html"})
    void what_is_no_part_of_the_page_is_not_found(String asset) {
        int status = given().urlEncodingEnabled(false).get(PAGE + "/" + asset).statusCode();

        assertThat(status).isEqualTo(404);
    }

    @Test
    void who_shows_no_token_gets_no_page() {
        given().get(PAGE).then().statusCode(401);
    }

    @Test
    void a_file_leads_to_what_becomes_of_it() {
        String place = sent("7-топ.csv", HEADER + files.rows("E", 2) + "E-9;;;;x\r\n");

        files.finished(SentFiles.PATH + place.substring(PAGE.length()));

        files.partner()
                .header("Accept-Language", "en")
                .get(place)
                .then()
                .body(containsString("data-state=\"finished\""), containsString("7-топ.csv"))
                .body(containsString("Done. Rows with mistakes: 1"), containsString("<th scope=\"row\">4</th>"));
    }

    @Test
    void what_a_file_is_called_is_text_and_not_markup() {
        sent("<b>7 & 8.csv", HEADER + files.row("E-1"));

        page("", "en").body(containsString("&lt;b&gt;7 &amp; 8.csv"), not(containsString("<b>7")));
    }

    @ParameterizedTest
    @CsvSource({"kk, iin: ", "ru, iin: ", "en, iin has fewer"})
    void rows_that_were_not_kept_are_saved_under_the_name_of_the_file(String language, String beginning) {
        String place = sent("7-топ.csv", HEADER + "E-9;" + files.course() + ";pupils;1;01.02.2026\r\n");
        files.finished(SentFiles.PATH + place.substring(PAGE.length()));

        files.partner()
                .get(place + "/errors.csv?lang=" + language)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("filename*=UTF-8''7-%D1%82%D0%BE%D0%BF.csv.errors.csv"))
                .body(containsString("E-9"), containsString(beginning));
    }

    @Test
    void a_check_tells_what_would_become_of_a_file_and_keeps_nothing() {
        form("group.csv", HEADER + files.rows("E", 2) + "E-9;;;;x\r\n")
                .post(PAGE + "/check?lang=en")
                .then()
                .statusCode(200)
                .body(containsString("data-state=\"checked\""), containsString("<th scope=\"row\">4</th>"))
                .body(containsString("Checked. Rows with mistakes: 1. Nothing has been kept"));

        files.partner().get("/v1/enrolments").then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "group.pdf, '', is not a CSV",
        "'', '', Choose a file first",
        "group.csv, 'reference,nonsense', nonsense",
        "group.csv, 'reference', missing",
        "870112300122.csv, 'reference', identification number"
    })
    void a_file_that_is_not_taken_is_explained_at_the_form(String name, String content, String why) {
        form(name, content)
                .post(PAGE + "?lang=en")
                .then()
                .statusCode(200)
                .body(containsString("<title>Error: "), containsString(why), containsString("href=\"#chosen\""));

        files.partner().get(SentFiles.PATH).then().body("items", empty());
    }

    @Test
    void a_file_is_read_by_the_profile_that_is_chosen() {
        Caller.administrator(files.school())
                .body("""
                        {"columns": [
                          {"name": "reference", "headers": ["Шифр"]},
                          {"name": "iin", "headers": ["ЖСН"]},
                          {"name": "course", "constant": "%s"},
                          {"name": "cohort", "constant": "pupils"},
                          {"name": "enrolledOn", "constant": "2026-02-01"}]}
                        """.formatted(files.course()))
                .put("/v1/enrolment-table-profiles/" + files.school() + "/deans-office")
                .then()
                .statusCode(201);
        String iin = files.row("E-1").split(";", -1)[3];

        String place = location(withFile(
                        browser()
                                .multiPart(new MultiPartSpecBuilder("deans-office")
                                        .controlName("profile")
                                        .build()),
                        "own.csv",
                        "Шифр;ЖСН\r\nE-1;" + iin + "\r\n")
                .post(PAGE)
                .then());
        files.finished(SentFiles.PATH + place.substring(PAGE.length()));

        files.partner().get("/v1/enrolments").then().body("items", hasSize(1));
    }

    @Test
    void a_file_that_is_too_large_for_a_check_is_explained() {
        form("group.csv", LARGER_THAN_A_CHECK)
                .post(PAGE + "/check?lang=en")
                .then()
                .body(containsString("<title>Error: "), containsString("At most 10 MiB"));
    }

    @Test
    void nobody_sees_the_file_of_another_institution() {
        String place = sent("group.csv", HEADER + files.row("E-1"));

        Caller.partner(Caller.school()).get(place).then().statusCode(404);
    }

    private String sent(String name, String content) {
        return location(form(name, content).post(PAGE).then());
    }

    private static String location(ValidatableResponse answer) {
        return answer.statusCode(303).extract().header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private RequestSpecification form(String name, String content) {
        return withFile(browser(), name, content);
    }

    /** The file is the last field of the form. */
    private static RequestSpecification withFile(RequestSpecification form, String name, String content) {
        return form.multiPart(new MultiPartSpecBuilder(content.getBytes(StandardCharsets.UTF_8))
                .controlName("file")
                .fileName(name)
                .mimeType("text/csv")
                .build());
    }

    private RequestSpecification browser() {
        return files.partner()
                .config(RestAssured.config()
                        .multiPartConfig(multiPartConfig().defaultCharset("UTF-8"))
                        .httpClient(httpClientConfig().httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE)))
                .redirects()
                .follow(false)
                .contentType("multipart/form-data; charset=UTF-8");
    }

    private ValidatableResponse page(String query, String acceptLanguage) {
        return files.partner()
                .header("Accept-Language", acceptLanguage)
                .get(PAGE + query)
                .then()
                .statusCode(200);
    }
}
