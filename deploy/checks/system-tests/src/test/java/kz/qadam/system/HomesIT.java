package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The pages with which people of each role begin, in a browser. */
@OnSuite
@Tag("pages")
class HomesIT {

    private static final List<String> LANGUAGES = List.of("kk", "ru", "en");

    private final Qadam qadam;
    private final Browser browser = new Browser();
    private final OneHost host;
    private final Institution school;

    HomesIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        host = new OneHost(qadam);
        school = qadam.office().opens("school", "KZ-75");
        keyEndsInTenDays();
        sendsRowsThatAreNotAccepted();
    }

    private void keyEndsInTenDays() throws IOException {
        var day = LocalDate.now(ZoneId.of("Asia/Almaty")).plusDays(10);
        qadam.bearer(Service.ENROLMENT, qadam.tokenOfAdministrator(school))
                .contentType("application/json")
                .body("{\"expiresOn\": \"%s\"}".formatted(day))
                .post("/v1/institution-keys")
                .then()
                .statusCode(201);
    }

    private void sendsRowsThatAreNotAccepted() throws IOException {
        for (int i = 0; i < 2; i++) {
            qadam.bearer(Service.PROGRESS, qadam.tokenOf(school))
                    .contentType("application/json")
                    .body("{\"reference\": \"C-%d\", \"enrolment\": \"E\", \"completedOn\": \"2999-01-01\"}"
                            .formatted(i))
                    .post("/v1/completions")
                    .then()
                    .statusCode(422);
        }
        soon().untilAsserted(() -> assertThat(qadam.bearer(Service.PROGRESS, qadam.tokenOfAdministrator(school))
                        .get("/v1/completion-tasks")
                        .jsonPath()
                        .getMap("items.find { it.kind == 'rows-rejected' }"))
                .containsEntry("count", 2));
    }

    /** Until then reporting-service has it among those that have never sent anything. */
    private void untilReportingKnowsThatTheSchoolHasSent() {
        soon().untilAsserted(() -> assertThat(qadam.bearer(Service.REPORTING, qadam.tokenOf("auditor"))
                        .get("/v1/audit/coverage?state=zero&limit=1000")
                        .jsonPath()
                        .getList("institutions.institution"))
                .contains(school.code()));
    }

    /** As those that have never sent anything. */
    private void untilReportingKnows(Institution... opened) {
        for (Institution one : opened) {
            soon().untilAsserted(() -> assertThat(qadam.bearer(Service.REPORTING, qadam.tokenOf("auditor"))
                            .get("/v1/audit/coverage?state=never&limit=1000&region=" + one.region())
                            .jsonPath()
                            .getList("institutions.institution"))
                    .contains(one.code()));
        }
    }

    @AfterEach
    void close() {
        host.close();
        browser.close();
    }

    @Test
    void an_institution_sees_what_waits_at_all_services() throws IOException {
        untilReportingKnowsThatTheSchoolHasSent();

        openInstitution("en");

        assertThat(browser.texts("#content [data-kind] a"))
                .containsExactly(
                        "Rows of the last 7 days that were not accepted: 2", "Keys that end within 30 days: 1");
        assertThat(browser.element("[data-kind=keys-ending] a").getDomAttribute("href"))
                .isEqualTo("/keys?lang=en");
        assertThat(browser.element("[data-kind=keys-ending] .hint").getText()).startsWith("last day: ");
        assertThat(browser.texts(".lead")).containsExactly(school.code());
        assertThat(browser.texts(".pages li:has(#completion-files, #keys) .waits"))
                .containsExactly("2", "1");
        assertThat(browser.texts("#facts li"))
                .containsExactly("Rows sent: 2", "Accepted at once: 0", "Do not count now: 0", "Not kept: 2");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void an_institution_sees_what_came_last() throws IOException {
        browser.beWide(360);
        openInstitution("en");

        assertThat(browser.texts("[data-part=progress-last] li"))
                .containsExactly("Completions, by whichever way today", "No file of completions yet");
        assertThat(browser.texts("[data-part=enrolment-last] li")).containsExactly("No file of enrolments yet");
        browser.run("document.getElementById('last').scrollIntoView()");
        browser.look("last", "en", 360);
    }

    @Test
    void without_scripts_what_happened_last_at_another_service_is_a_link_to_its_page() throws IOException {
        browser.withoutScripts();
        browser.authorize(qadam.tokenOf("office"));
        browser.open(host.address() + "/desk/office?lang=ru");

        browser.follow("[data-part=reporting-last] a");

        assertThat(browser.address()).isEqualTo(host.address() + "/desk/panels/reporting/last?lang=ru");
        assertThat(browser.element("[data-part=reporting-last]").getText()).contains("пересчёт");
        browser.picture("last");
    }

    @Test
    void every_home_is_read_in_each_language_on_a_phone_and_on_a_desk() throws IOException {
        browser.beWide(360);
        for (String language : LANGUAGES) {
            openInstitution(language);
            browser.look("institution", language);
            openHome("office", qadam.tokenOf("office"), language);
            browser.look("office", language);
            openHome("auditor", qadam.tokenOf("auditor"), language);
            browser.look("auditor", language);
        }
    }

    @ParameterizedTest
    @CsvSource({"kk, 360", "ru, 1280"})
    void every_page_that_a_home_leads_to_is_whole(String language, int width) throws IOException {
        browser.beWide(width);
        for (Map.Entry<String, String> home : homes().entrySet()) {
            openHome(home.getKey(), home.getValue(), language);
            List<String> pages = browser.elements(".pages a").stream()
                    .map(link -> link.getDomAttribute("href"))
                    .toList();
            for (String page : pages) {
                browser.open(host.address() + page);
                browser.look("page-" + home.getKey() + page.replaceAll("[^a-z]+", "-"), language, width);
            }
        }
    }

    private Map<String, String> homes() throws IOException {
        return Map.of(
                "institution", qadam.tokenOfAdministrator(school),
                "office", qadam.tokenOf("office"),
                "region", qadam.tokenOf("region-office", "KZ-75"),
                "auditor", qadam.tokenOf("auditor"));
    }

    @Test
    void who_begins_at_one_service_comes_home_without_the_others() throws IOException {
        host.stop(Service.ENROLMENT);
        browser.authorize(qadam.tokenOf(school));

        browser.open(host.address() + "/desk/panels/progress/home?lang=en");

        assertThat(browser.address()).isEqualTo(host.address() + "/desk/institution?lang=en");
        assertThat(browser.texts(".lead")).containsExactly(school.code());
    }

    @Test
    void a_service_that_is_stopped_costs_its_panel_until_somebody_tries_again() throws IOException {
        String again = "[data-part=enrolment-tasks] button";
        host.stop(Service.ENROLMENT);
        host.stop(Service.REPORTING);

        openInstitution("en");

        assertThat(browser.texts("#content [data-kind]")).hasSize(1);
        assertThat(browser.texts(".missing")).hasSize(3).containsOnly("Not available at the moment.");
        browser.picture("stopped");
        assertThat(browser.objections()).isEmpty();

        host.mend();
        soon().until(() -> {
            if (browser.shows(again)) browser.element(again).sendKeys(Keys.ENTER);
            soon().until(() -> browser.elements("[data-from][aria-busy=true]").isEmpty());
            return browser.shows("[data-kind=keys-ending]");
        });
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("enrolment-title");
        assertThat(browser.texts(".missing")).hasSize(2);
    }

    @Test
    void a_service_that_hangs_costs_its_panel_after_a_second() throws IOException {
        host.hang(Service.REPORTING);

        openInstitution("ru");

        assertThat(browser.texts("[data-part=reporting-tasks] .missing")).containsExactly("Сейчас недоступно.");
        assertThat(browser.shows("[data-kind=keys-ending]")).isTrue();
        Number waited = (Number) browser.run("""
                return performance.getEntriesByType('resource').find(one => one.name.includes('reporting')).duration
                """);
        assertThat(waited.doubleValue()).isBetween(900.0, 3_000.0);
    }

    @Test
    void without_scripts_each_panel_is_a_link_to_its_page() throws IOException {
        browser.withoutScripts();
        browser.authorize(qadam.tokenOfAdministrator(school));
        browser.open(host.address() + "/desk/institution?lang=kk");

        browser.follow("[data-part=enrolment-tasks] a");

        assertThat(browser.address()).isEqualTo(host.address() + "/desk/panels/enrolment/tasks?lang=kk");
        assertThat(browser.element("[data-kind=keys-ending] a").getText())
                .isEqualTo("30 күн ішінде мерзімі бітетін кілттер: 1");
        browser.picture("panel");
        browser.follow(".pages a");
        soon().until(() -> browser.address().equals(host.address() + "/desk/institution?lang=kk"));
    }

    @Test
    void on_a_phone_the_pages_are_a_menu_that_opens_without_a_script() throws IOException {
        browser.withoutScripts();
        browser.beWide(360);
        browser.authorize(qadam.tokenOfAdministrator(school));
        browser.open(host.address() + "/desk/institution?lang=en");
        assertThat(browser.element(".menu summary").getText()).isEqualTo("Menu: Home");
        assertThat(browser.shows(".pages li")).isFalse();

        browser.element(".menu summary").sendKeys(Keys.ENTER);

        browser.follow("#keys");
        soon().until(() -> browser.element(".menu summary").getText().equals("Menu: Keys"));
    }

    @Test
    void the_keyboard_is_enough() throws IOException {
        openInstitution("en");

        browser.tabTo("enrolment-files").sendKeys(Keys.ENTER);

        soon().until(() -> browser.address().endsWith("/enrolment-files?lang=en"));
    }

    @Test
    void everybody_is_led_to_the_own_home_and_opens_no_other() throws IOException {
        Map<String, Service> homes =
                Map.of("institution", Service.PROGRESS, "office", Service.ENROLMENT, "auditor", Service.REPORTING);
        Map<String, String> tokens = Map.of(
                "institution", qadam.tokenOf(school),
                "office", qadam.tokenOf("office"),
                "auditor", qadam.tokenOf("auditor"));
        for (String own : homes.keySet()) {
            for (Service service : Service.values()) {
                Response led = get(service, tokens.get(own), "/desk?lang=ru");
                assertThat(led.statusCode()).isEqualTo(303);
                assertThat(led.header("Location")).endsWith("/desk/" + own + "?lang=ru");
                assertThat(get(service, tokens.get(own), "/desk/panels/" + service.code() + "/tasks")
                                .statusCode())
                        .isEqualTo(200);
            }
            homes.forEach((home, service) -> assertThat(
                            get(service, tokens.get(own), "/desk/" + home).statusCode())
                    .as(own + " at " + home)
                    .isEqualTo(home.equals(own) ? 200 : 403));
        }
    }

    @Test
    void the_office_of_a_region_sees_who_is_silent_there_and_is_led_to_no_person() throws IOException {
        // The first by its code: the page shows fifty, and others of the suite are silent, too.
        Institution silent = qadam.office().opens("0-" + Qadam.fresh("silent"), "school", "KZ-75");
        Institution elsewhere = qadam.office().opens("school", "KZ-71");
        untilReportingKnows(silent, elsewhere);
        String token = qadam.tokenOf("region-office", "KZ-75");

        openHome("region", token, "en");
        assertThat(browser.texts(".pages a"))
                .containsExactly("Home", "Who reports", "What does not count, and where", "Figures");
        browser.open(host.address() + "/coverage?state=never&lang=en");

        assertThat(browser.shows("[data-institution='" + silent.code() + "']")).isTrue();
        assertThat(browser.shows("[data-institution='" + elsewhere.code() + "']"))
                .isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void who_sees_one_region_is_led_to_no_trail() throws IOException {
        openHome("auditor", qadam.tokenOf("auditor", "KZ-75"), "en");

        assertThat(browser.texts(".pages a"))
                .containsExactly("Home", "Figures", "Records behind a figure", "Worklists");
    }

    private Response get(Service service, String token, String path) {
        return qadam.bearer(service, token).redirects().follow(false).get(path);
    }

    private void openInstitution(String language) throws IOException {
        openHome("institution", qadam.tokenOfAdministrator(school), language);
    }

    private void openHome(String home, String token, String language) {
        browser.authorize(token);
        host.openWithPanels(browser, "/desk/" + home + "?lang=" + language);
    }
}
