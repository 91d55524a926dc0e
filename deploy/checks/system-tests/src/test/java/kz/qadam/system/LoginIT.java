package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Cookie;

/** People log in on the pages at Keycloak, and log out again. */
@OnOtherSuite(SuiteKind.KEYCLOAK)
class LoginIT {

    private static final String FIGURES = "/v1/progress/pupils/breakdown?by=institution";

    private final Qadam qadam;
    private final Realm realm;
    private final URI pages;
    private Browser browser;

    LoginIT(Qadam qadam) {
        this.qadam = qadam;
        this.realm = qadam.realm();
        this.pages = qadam.front();
    }

    @BeforeEach
    void open() throws IOException {
        browser = new Browser();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_viewer_logs_in_and_sees_exact_figures_and_logs_out() throws IOException {
        browser.open(pages + "/?lang=en");
        browser.await("#log-in");

        logIn("viewer");

        browser.await("#log-out");
        assertThat(browser.address()).isEqualTo(pages + "/staff/?lang=en");
        assertThat(browser.element(".known").getText()).contains("Exact figures");
        assertThat(browser.shows("#access-form")).isFalse();
        browser.picture("logged-in");
        assertThat(browser.objections()).isEmpty();

        browser.follow("#log-out");

        browser.await("#log-in");
        assertThat(browser.address()).matches(Pattern.quote(pages + "/") + "(\\?state=.*)?");
        browser.open(pages + "/staff/?lang=en");
        browser.await("#username");
    }

    @Test
    void a_log_in_is_on_record() throws IOException {
        browser.open(pages + "/?lang=en");
        browser.await("#log-in");

        logIn("viewer");
        browser.await("#log-out");

        var trail = qadam.bearer(Service.REPORTING, qadam.tokenOf("auditor"));
        soon().untilAsserted(() -> assertThat(trail.get("/v1/audit/trail?kind=login&limit=1000")
                        .jsonPath()
                        .getList("items.action"))
                .contains("login"));
    }

    @Test
    void the_page_of_a_viewer_is_updated() {
        browser.open(pages + "/staff/?lang=en");
        enter("viewer");

        browser.await(".live");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void an_auditor_logs_in_where_the_records_are_shown_and_sees_them() throws IOException {
        browser.open(pages + "/audit?lang=en&cohort=pupils");

        enter("auditor");

        browser.await("#figure-number");
        assertThat(browser.address()).startsWith(pages + "/staff/audit?lang=en");
        assertThat(browser.shows("#log-out")).isTrue();
        assertThat(browser.objections()).isEmpty();
        browser.picture("auditor");
    }

    @Test
    void a_partner_sends_files_with_one_login_for_all_services() throws IOException {
        browser.open(pages + "/completion-files?lang=en");

        enter("partner");

        browser.await("#drop");
        assertThat(browser.address()).isEqualTo(pages + "/staff/completion-files?lang=en");
        assertThat(browser.objections()).isEmpty();
        browser.picture("completion-files");
        browser.open(pages + "/staff/enrolment-files?lang=en");
        browser.await("#drop");
        browser.picture("enrolment-files");
    }

    @Test
    void who_logs_in_is_led_to_the_home_of_the_role_and_logs_out_there() throws IOException {
        String service = qadam.address(Service.PROGRESS).toString();
        browser.open(service + "/staff/desk?lang=en");
        enter("partner");

        browser.await("[data-part=enrolment-tasks] .missing").await("[data-part=reporting-tasks] .missing");
        assertThat(browser.address()).isEqualTo(service + "/staff/desk/institution?lang=en");
        assertThat(browser.element("#enrolment-files").getDomAttribute("href"))
                .isEqualTo("/staff/enrolment-files?lang=en");
        assertThat(browser.objections()).isEmpty();
        browser.picture("home");

        browser.follow("#log-out");
        soon().until(() -> !browser.address().contains("/staff/desk"));
        browser.open(service + "/staff/desk?lang=en");
        browser.await("#username");
    }

    @Test
    void a_partner_sees_what_everybody_sees() {
        browser.open(pages + "/staff/?lang=en");
        enter("partner");

        soon().until(() -> browser.address().startsWith(pages + "/staff/"));
        assertThat(browser.shows(DashboardPage.EXACT)).isFalse();
    }

    @Test
    void the_session_is_a_cookie_for_the_pages_of_staff_that_no_script_reads() {
        Cookie session = session("viewer").cookie();

        assertThat(session.getPath()).isEqualTo("/staff");
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Lax");
    }

    @Test
    void the_session_has_no_effect_elsewhere() {
        String session = session("viewer").header();

        assertThat(get(session, FIGURES).statusCode()).isEqualTo(401);
        assertThat(get(session, "/v1/progress").jsonPath().getString("audience"))
                .isEqualTo("published");
        Response exact = get(session, "/staff" + FIGURES);
        assertThat(exact.statusCode()).isEqualTo(200);
        assertThat(exact.header("Cache-Control")).contains("no-store");
        assertThat(get(session, "/staff/v1/progress").jsonPath().getString("audience"))
                .isEqualTo("exact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/staff/../v1/progress", "/staff/%2e%2e/v1/progress", "//staff/v1/progress"})
    void an_exact_answer_is_kept_nowhere_however_its_path_is_written(String path) {
        Response answer = get(session("viewer").header(), path);

        if (answer.statusCode() == 200
                && answer.jsonPath().getString("audience").equals("exact")) {
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void another_site_can_make_no_one_who_has_logged_in_do_anything() {
        String session = session("auditor").header();

        Response forged = qadam.anybody(Service.REPORTING)
                .header("Cookie", session)
                .header("Sec-Fetch-Site", "cross-site")
                .contentType("application/json")
                .body("{}")
                .post("/staff/v1/audit/recounts");
        Response own = qadam.anybody(Service.REPORTING)
                .header("Cookie", session)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json")
                .body("{}")
                .post("/staff/v1/audit/recounts");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(own.statusCode()).isIn(200, 202);
        assertThat(get(session, "/staff/logout").statusCode()).isEqualTo(403);
    }

    @Test
    void a_script_of_an_origin_that_may_ask_without_a_session_reads_nothing_with_one() {
        String session = session("auditor").header();

        Response stolen = qadam.anybody(Service.REPORTING)
                .header("Cookie", session)
                .header("Origin", qadam.address(Service.ENROLMENT).toString())
                .header("Sec-Fetch-Site", "same-site")
                .header("Sec-Fetch-Mode", "cors")
                .get("/staff/v1/audit/trail?limit=1");

        assertThat(stolen.statusCode()).isEqualTo(403);
        assertThat(stolen.header("Access-Control-Allow-Origin")).isNull();
        assertThat(get(session, "/staff/v1/audit/trail?limit=1").statusCode()).isEqualTo(200);
    }

    @Test
    void a_copy_of_the_cookie_opens_nothing_after_the_log_out() {
        String copy = session("viewer").header();
        assertThat(get(copy, "/staff" + FIGURES).statusCode()).isEqualTo(200);

        browser.open(pages + "/staff/?lang=en");
        browser.await("#log-out");
        browser.follow("#log-out");
        browser.await("#log-in");

        soon().untilAsserted(() ->
                assertThat(get(copy, "/staff" + FIGURES).statusCode()).isEqualTo(401));
        assertThat(get(copy, "/staff" + FIGURES).statusCode()).isEqualTo(401);
    }

    private Session session(String person) {
        return Session.of(person, browser, qadam);
    }

    private Response get(String cookie, String path) {
        return qadam.anybody(Service.REPORTING)
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .header("Cookie", cookie)
                .get(path);
    }

    private void logIn(String person) {
        browser.follow("#log-in");
        enter(person);
    }

    private void enter(String person) {
        Session.enter(person, browser, realm);
    }
}
