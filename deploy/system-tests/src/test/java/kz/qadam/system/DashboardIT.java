package kz.qadam.system;

import static kz.qadam.system.Qadam.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.qadam.local.Service;
import kz.qadam.system.DemoSuite.Demo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** The dashboard with the demo's figures, in a browser. */
@ExtendWith(DemoSuite.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DashboardIT {

    private final Browser browser = new Browser();
    private final Qadam qadam;
    private final DashboardPage page;

    DashboardIT(Demo demo) throws IOException {
        qadam = demo.qadam();
        page = new DashboardPage(browser, qadam.address(Service.REPORTING).toString());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void every_figure_is_the_one_that_the_api_tells() {
        page.open("lang=en");

        assertThat(page.trained()).isEqualTo(told("/v1/progress").getLong("total.trained"));
        assertThat(page.cohorts()).isEqualTo(byKey("/v1/progress", "cohorts", "cohort"));
        assertThat(page.tiles()).hasSize(20).isEqualTo(byKey("/v1/progress/total/breakdown?by=region", "cells", "key"));
        assertThat(page.step("enrolled")).isEqualTo(told("/v1/progress/total").getLong("enrolled"));
        assertThat(page.step("completed")).isEqualTo(told("/v1/progress/total").getLong("completed"));
        for (String state : List.of("reported", "zero", "silent", "never")) {
            assertThat(page.institutions(state))
                    .isEqualTo(told("/v1/progress/coverage").getLong("all." + state));
        }
    }

    @Test
    void what_is_drawn_over_time_is_what_the_api_tells() {
        page.open("lang=ru&cohort=pupils");

        JsonPath series = told("/v1/progress/pupils/series?interval=month&to=" + horizon());
        List<Long> past = series.getList("points.findAll { it.trained != null }.trained", Long.class);
        assertThat(page.column("burnup", "trained")).startsWith(past.toArray(Long[]::new));
        assertThat(page.column("months", "newly"))
                .isEqualTo(series.getList("points.findAll { it.newlyTrained != null }.newlyTrained", Long.class));
        assertThat(page.column("burnup", "p50"))
                .endsWith(told("/v1/progress/pupils/forecast")
                        .getList("fan.p50", Long.class)
                        .toArray(Long[]::new));
    }

    @Test
    void a_region_and_a_cohort_are_chosen_and_passed_on_by_the_address() {
        page.open("lang=en").choose("cohort-pupils").choose("tile-KZ-75");
        String passedOn = browser.address();

        assertThat(page.narrowedTo()).containsExactly("School pupils", "Almaty");
        assertThat(page.step("trained")).isEqualTo(page.tiles().get("KZ-75"));
        assertThat(page.column("months", "newly").stream().mapToLong(one -> one).sum())
                .isEqualTo(byKey("/v1/progress/pupils/breakdown?by=region", "cells", "key")
                        .get("KZ-75"));
        try (var another = new Browser()) {
            another.open(passedOn);
            assertThat(new DashboardPage(another, "").narrowedTo()).containsExactly("School pupils", "Almaty");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_way_back_leads_to_what_was_shown_before() {
        page.open("lang=en").choose("cohort-pupils");

        browser.back();

        soon().until(() -> page.narrowedTo().equals(List.of("All groups with a target", "All of Kazakhstan")));
    }

    @Test
    void another_language_shows_the_same_figures_as_its_readers_write_them() {
        page.open("lang=kk&cohort=students");
        Map<String, Long> figures = page.cohorts();

        browser.element("#language-ru").click();
        soon().ignoreExceptions().until(() -> browser.shows("html[lang=ru] #burnup-chart canvas"));

        assertThat(page.cohorts()).isEqualTo(figures);
        assertThat(page.narrowedTo()).containsExactly("Студенты", "Весь Казахстан");
        assertThat(browser.element("#cohort-students .percent").getText()).matches("\\d+,\\d\\u00A0%");
    }

    @Test
    void the_slider_shows_the_past_and_stays_in_the_hand() {
        page.open("lang=en");

        browser.tabTo("slider").sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        soon().until(() -> browser.address().contains("on="));

        String day = browser.address().replaceFirst(".*on=", "");
        assertThat(page.trained()).isEqualTo(told("/v1/progress?on=" + day).getLong("total.trained"));
        assertThat(browser.focused()).isEqualTo(page.slider());
        assertThat(page.slider().getDomAttribute("aria-valuetext")).endsWith(day.substring(0, 4));
    }

    @Test
    void what_is_chosen_by_the_keyboard_keeps_the_focus() {
        page.open("lang=en");

        browser.tabTo("cohort-students").sendKeys(Keys.ENTER);
        soon().until(() -> page.narrowedTo().contains("Students"));
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("cohort-students");
        browser.tabTo("all-cohorts").sendKeys(Keys.ENTER);
        soon().until(() -> page.narrowedTo().contains("All groups with a target"));

        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("cohort-students");
    }

    @Test
    void the_keyboard_comes_to_every_table() {
        page.open("lang=en");
        page.unfoldTables();

        browser.tabTo("burnup-scroll");

        assertThat(browser.focused().getAccessibleName()).isEqualTo("The way to the target");
    }

    @Test
    void a_token_opens_exact_figures_in_this_tab_alone() throws IOException {
        page.open("lang=en");
        browser.element("#token").sendKeys(qadam.tokenOf("viewer") + Keys.ENTER);

        browser.await(".known strong");

        assertThat(browser.element(".known").getText()).contains("Exact figures");
        assertThat(browser.run("return localStorage.length + document.cookie.length"))
                .isEqualTo(0L);
        browser.element("#forget").click();
        soon().until(() -> !browser.shows(".known strong"));
    }

    @Test
    void a_token_that_does_not_open_is_told_and_not_kept() {
        page.open("lang=en");

        browser.element("#token").sendKeys("nonsense" + Keys.ENTER);
        soon().until(() -> browser.element("#access-problem").getText().contains("not accepted"));

        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("token");
        assertThat(browser.run("return sessionStorage.length")).isEqualTo(0L);
    }

    @Test
    void nothing_comes_from_another_host_and_nothing_fails() {
        page.open("lang=kk&theme=dark");

        assertThat(browser.hosts()).containsOnly(page.address());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void every_file_that_is_offered_is_there() {
        page.open("lang=en&cohort=pupils&region=KZ-75");

        List<String> files = browser.elements(".source a[data-file]").stream()
                .map(link -> link.getDomProperty("href"))
                .toList();
        assertThat(files)
                .hasSizeGreaterThan(10)
                .allSatisfy(file -> qadam.anybody(Service.REPORTING)
                        .urlEncodingEnabled(false)
                        .get(file)
                        .then()
                        .statusCode(200));
    }

    @Test
    void it_is_read_without_scripts() {
        page.openPlain("lang=ru");

        assertThat(page.trained()).isEqualTo(told("/v1/progress").getLong("total.trained"));
        assertThat(page.cohorts()).hasSize(5);
        assertThat(page.tiles()).hasSize(20);
        browser.element("#day option:first-child").click();
        browser.element("#show-day").click();
        soon().until(() -> browser.address().contains("on="));
        assertThat(page.trained())
                .isEqualTo(told("/v1/progress?on=" + browser.address().replaceFirst(".*on=", ""))
                        .getLong("total.trained"));
    }

    @Test
    void on_paper_are_all_figures_and_nothing_to_press() {
        page.open("lang=kk");

        browser.showPrinted();

        assertThat(browser.element("#burnup-scroll").isDisplayed()).isTrue();
        assertThat(List.of("#slider", "#access", "nav", "summary")).noneMatch(browser::shows);
        assertThat(browser.printed()).isGreaterThan(1);
    }

    @Test
    void a_check_of_accessibility_objects_to_nothing() {
        for (String query : List.of(
                "lang=kk",
                "lang=ru&cohort=citizens",
                "lang=en&cohort=pupils&region=KZ-75&on=2026-05-31",
                "lang=en&asOf=2026-05-31",
                "lang=kk&theme=dark")) {
            page.open(query);
            page.unfoldTables();
            assertThat(browser.objections()).as(query).isEmpty();
        }
    }

    private String horizon() {
        return told("/v1/progress").getString("programme.horizon");
    }

    private JsonPath told(String path) {
        return qadam.anybody(Service.REPORTING)
                .urlEncodingEnabled(false)
                .get(path)
                .jsonPath();
    }

    private Map<String, Long> byKey(String path, String list, String key) {
        return told(path).<Map<String, Object>>getList(list).stream()
                .collect(Collectors.toMap(
                        one -> one.get(key).toString(), one -> ((Number) one.get("trained")).longValue()));
    }
}
