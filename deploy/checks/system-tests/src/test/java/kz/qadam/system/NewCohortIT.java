package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The office creates a cohort while the suite runs, and everything follows. Two courses make a learner trained in it. */
@OnSuite
@Tag("pages")
@TestInstance(Lifecycle.PER_CLASS)
class NewCohortIT {

    private final Qadam qadam;
    private final Office office;
    private final Auditor auditor;
    private final String beforeItsCreation;
    private final String cohort;

    NewCohortIT(Qadam qadam) {
        this.qadam = qadam;
        this.office = qadam.office();
        this.auditor = qadam.auditor();
        this.beforeItsCreation = asOf();
        this.cohort = office.createsCohort("teachers");
    }

    /** The instant of the newest figures; a suite that has just started has none yet. */
    private String asOf() {
        return soon().until(() -> auditor.get("/v1/progress").jsonPath().getString("asOf"), notNullValue());
    }

    /** One learner completes two courses, another one. */
    @BeforeAll
    void two_learners_study() {
        Institution school = office.opens("school", "KZ-75");
        Partner partner = qadam.partner(school);
        List<Course> courses = List.of(office.offers(24), office.offers(36));
        String iin = Iins.next();
        partner.enrolsAndCompletes(List.of(
                Enrolment.of(school, courses.get(0), cohort, iin).completed(0),
                Enrolment.of(school, courses.get(1), cohort, iin).completed(1),
                Enrolment.of(school, courses.get(0), cohort).completed(2)));
        soon().untilAsserted(() ->
                progress("").body("completions", is(3)).body("trained", is(1)).body("provisional", is(false)));
    }

    private ValidatableResponse progress(String rest) {
        return auditor.get("/v1/progress/" + cohort + rest).then();
    }

    @Test
    void its_requirement_decides_who_is_trained() {
        progress("").body("enrolled", is(2)).body("completed", is(2)).body("trained", is(1));
        auditor.findsThatTheRecountMatches();
    }

    @Test
    void its_target_and_its_plan_are_what_it_is_measured_against() {
        progress("?on=2026-01-31").body("target", is(1000)).body("expected", is(100));
        auditor.get("/v1/progress").then().body("cohorts.cohort", hasItem(cohort));
    }

    @Test
    void it_is_broken_down_and_drawn_over_time_as_any_other() {
        progress("/breakdown?by=region").body("cells.find { it.key == 'KZ-75' }.trained", is(1));
        progress("/series?interval=month").body("points.trained.max()", is(1));
        progress("/forecast").body("cohort", equalTo(cohort)).body("status", notNullValue());
        auditor.get("/datapackage.json").then().body("resources.path", hasItem(containsString(cohort)));
    }

    @Test
    void the_page_shows_it_by_its_name() throws IOException {
        try (var browser = new Browser()) {
            var page =
                    new DashboardPage(browser, qadam.address(Service.REPORTING).toString());

            page.openWith(qadam.tokenOf("viewer"), "lang=kk&cohort=" + cohort);

            assertThat(page.cohorts()).containsEntry(cohort, 1L).hasSizeGreaterThan(5);
            assertThat(page.narrowedTo()).first().isEqualTo("teachers-kk");
            browser.beWide(390);
            soon().untilAsserted(() -> assertThat(browser.excess()).isZero());
        }
    }

    @Test
    void the_page_for_files_names_its_code() throws IOException {
        qadam.bearer(Service.ENROLMENT, qadam.tokenOf("office"))
                .get("/enrolment-files?lang=ru")
                .then()
                .body(containsString(cohort + " (teachers-ru)"));
    }

    @Test
    void before_its_creation_it_was_not_known() {
        auditor.get("/v1/progress?asOf=" + beforeItsCreation).then().body("cohorts.cohort", not(hasItem(cohort)));
    }

    @Test
    void of_fifty_who_create_the_same_at_once_one_does() {
        String code = Qadam.fresh("parents");
        var pool = Executors.newFixedThreadPool(50);

        List<Integer> statuses = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> office.creating(code, "parents").statusCode(), pool))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        pool.shutdown();
        assertThat(statuses)
                .startsWith(201)
                .endsWith(Collections.nCopies(49, 412).toArray(Integer[]::new));
        office.withdraws(code);
    }

    @Test
    void one_that_is_withdrawn_is_listed_nowhere_but_in_the_past() {
        String withdrawn = office.createsCohort("nurses");
        soon().untilAsserted(() -> auditor.get("/v1/progress").then().body("cohorts.cohort", hasItem(withdrawn)));
        String whileItExisted = asOf();

        office.withdraws(withdrawn);

        soon().untilAsserted(() -> auditor.get("/v1/progress").then().body("cohorts.cohort", not(hasItem(withdrawn))));
        auditor.get("/v1/progress?asOf=" + whileItExisted).then().body("cohorts.cohort", hasItem(withdrawn));
        soon().untilAsserted(() -> assertThat(auditor.because()).isEmpty());
    }
}
