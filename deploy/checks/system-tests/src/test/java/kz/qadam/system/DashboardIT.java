package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Test;

/** The dashboard with the demo's figures, in a browser. */
class DashboardIT extends DashboardInBrowser {

    DashboardIT(Qadam qadam) throws IOException {
        super(qadam);
    }

    @Test
    void every_figure_is_the_one_of_the_api() throws IOException {
        openExact("lang=en");

        assertThat(page.trained()).isEqualTo(qadam.exact("/v1/progress").getLong("total.trained"));
        assertThat(page.cohorts()).isEqualTo(trainedBy("cohort", qadam.exact("/v1/progress"), "cohorts"));
        assertThat(page.tiles())
                .hasSize(20)
                .isEqualTo(trainedBy("key", qadam.exact("/v1/progress/total/breakdown?by=region"), "cells"));
        assertThat(page.step("enrolled"))
                .isEqualTo(qadam.exact("/v1/progress/total").getLong("enrolled"));
        assertThat(page.step("completed"))
                .isEqualTo(qadam.exact("/v1/progress/total").getLong("completed"));
        for (String state : List.of("reported", "zero", "silent", "never")) {
            assertThat(page.institutions(state))
                    .isEqualTo(qadam.exact("/v1/progress/coverage").getLong("all." + state));
        }
    }

    @Test
    void every_public_figure_is_the_one_that_the_api_publishes() {
        page.open("lang=en");

        assertThat(page.trained()).isEqualTo(qadam.published("/v1/progress").getLong("total.trained"));
        assertThat(page.cohorts()).isEqualTo(trainedBy("cohort", qadam.published("/v1/progress"), "cohorts"));
        Map<String, Long> regions =
                trainedBy("key", qadam.published("/v1/progress/total/breakdown?by=region"), "cells");
        regions.remove("unknown");
        assertThat(page.tiles()).hasSizeGreaterThanOrEqualTo(5).isEqualTo(regions);
        assertThat(page.step("enrolled"))
                .isEqualTo(qadam.published("/v1/progress/total").getLong("enrolled"));
        assertThat(page.step("completed"))
                .isEqualTo(qadam.published("/v1/progress/total").getLong("completed"));
    }

    @Test
    void what_is_drawn_over_time_is_what_the_api_answers() throws IOException {
        openExact("lang=ru&cohort=pupils");

        String horizon = qadam.exact("/v1/progress").getString("programme.horizon");
        JsonPath series = qadam.exact("/v1/progress/pupils/series?interval=month&to=" + horizon);
        List<Long> past = series.getList("points.findAll { it.trained != null }.trained", Long.class);
        assertThat(page.column("burnup", "trained")).startsWith(past.toArray(Long[]::new));
        assertThat(page.column("months", "newly"))
                .isEqualTo(series.getList("points.findAll { it.newlyTrained != null }.newlyTrained", Long.class));
        assertThat(page.column("burnup", "p50"))
                .endsWith(qadam.exact("/v1/progress/pupils/forecast")
                        .getList("fan.p50", Long.class)
                        .toArray(Long[]::new));
    }

    @Test
    void a_region_and_a_cohort_are_chosen_and_passed_on_by_the_address() throws IOException {
        openExact("lang=en").choose("cohort-pupils").choose("tile-KZ-75");
        String passedOn = browser.address();

        assertThat(page.narrowedTo()).containsExactly("School pupils", "Almaty");
        assertThat(page.step("trained")).isEqualTo(page.tiles().get("KZ-75"));
        assertThat(page.column("months", "newly").stream().mapToLong(one -> one).sum())
                .isEqualTo(trainedBy("key", qadam.exact("/v1/progress/pupils/breakdown?by=region"), "cells")
                        .get("KZ-75"));
        try (var another = new Browser()) {
            another.open(passedOn);
            // Without a token the macro-region stands for it.
            assertThat(new DashboardPage(another, "").narrowedTo()).containsExactly("School pupils", "South");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void another_language_shows_the_same_figures_as_its_readers_write_them() throws IOException {
        openExact("lang=kk&cohort=students");
        Map<String, Long> figures = page.cohorts();

        browser.element("#language-ru").click();
        soon().ignoreExceptions().until(() -> browser.shows("html[lang=ru] #burnup-chart canvas") && page.isExact());

        assertThat(page.cohorts()).isEqualTo(figures);
        assertThat(page.narrowedTo()).containsExactly("Студенты", "Весь Казахстан");
        assertThat(browser.element("#cohort-students .percent").getDomProperty("textContent"))
                .matches("\\d+,\\d{1,2}\\u00A0%");
    }

    @Test
    void every_file_that_is_offered_is_there() {
        page.open("lang=en&cohort=students&region=KZ-75");

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

    private DashboardPage openExact(String query) throws IOException {
        return page.openWith(qadam.tokenOf("viewer"), query);
    }

    /** Null: too few to publish. */
    private static Map<String, Long> trainedBy(String key, JsonPath answer, String list) {
        Map<String, Long> trained = new HashMap<>();
        for (Map<String, Object> one : answer.<Map<String, Object>>getList(list)) {
            Number count = (Number) one.get("trained");
            trained.put(one.get(key).toString(), count == null ? null : (Long) count.longValue());
        }
        return trained;
    }
}
