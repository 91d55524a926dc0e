package kz.qadam.progress.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class InstitutionLearnersTest {

    private final Partner school = Partner.school();
    private final String cohort = "cohort-" + school.run();
    private final UUID half = UUID.randomUUID();
    private final UUID done = UUID.randomUUID();
    private final String listed = "items.find { it.learnerId == '" + half + "' }";

    @BeforeAll
    static void programme() {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
        Neighbours.describeCourse("AI-101", 1, 36);
        Neighbours.describeCourse("AI-102", 1, 36);
        Neighbours.describeCourse("AI-103", 1, 36);
        Neighbours.describeCohort("pupils", 1, "2000-01-01", "{}");
    }

    @BeforeEach
    void two_learners_of_whom_one_is_trained() {
        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{\"courses\":[\"AI-102\"],\"hours\":72}");
        school.enrols("half-1", half, cohort, "AI-101");
        school.enrols("half-2", half, cohort, "AI-102");
        school.enrols("done-1", done, cohort, "AI-101");
        school.enrols("done-2", done, cohort, "AI-102");
        school.completes("H-1", "half-1", "2026-03-01").statusCode(201);
        school.completes("D-1", "done-1", "2026-03-01").statusCode(201);
        school.completes("D-2", "done-2", "2026-04-01").statusCode(201);
        await().untilAsserted(() -> school.get("/v1/learners?trained=true").body("items", hasSize(1)));
        await().untilAsserted(() -> assertThat(school.statusOf("H-1")).isEqualTo("accepted"));
    }

    @Test
    void who_is_not_trained_is_listed_with_own_references_and_what_is_missing() {
        school.get("/v1/learners?trained=false&cohort=" + cohort)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].enrolments", contains("half-1", "half-2"))
                .body("items[0].hours", equalTo(36))
                .body("items[0].missing.courses", contains("AI-102"))
                .body("items[0].missing.hours", equalTo(36));
    }

    @Test
    void who_is_trained_is_listed_with_the_day() {
        school.get("/v1/learners?trained=true")
                .body("items[0].learnerId", equalTo(done.toString()))
                .body("items[0].trainedOn", equalTo("2026-04-01"))
                .body("items[0].missing", nullValue());
    }

    @Test
    void page_by_page_everybody_is_listed_once() {
        List<String> learners = new ArrayList<>();
        String cursor = null;
        do {
            var page = school.get("/v1/learners?limit=1" + (cursor == null ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .extract();
            learners.addAll(page.path("items.learnerId"));
            cursor = page.path("cursor");
        } while (cursor != null);

        assertThat(learners).containsExactlyInAnyOrder(half.toString(), done.toString());
    }

    @Test
    void a_table_holds_all_learners_whatever_the_limit() {
        List<String> lines = school.getCsv("/v1/learners?limit=1")
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("\"half-1, half-2\",") && line.endsWith(",AI-101,AI-102,0,36"));
    }

    @Test
    void a_partner_sees_nobody_of_another_institution() {
        Partner.school().get("/v1/learners").body("items", empty());
        Partner.school().get("/v1/learners?institution=" + school.institution()).statusCode(403);
    }

    @Test
    void the_auditor_names_the_institution_whose_learners_are_listed() {
        Office.get("auditor", "/v1/learners").statusCode(400).body("errors.parameter", contains("institution"));
        Office.get("auditor", "/v1/learners?institution=" + school.institution())
                .body("items.learnerId", containsInAnyOrder(half.toString(), done.toString()));
    }

    /** The half of a training that the school has not seen is done elsewhere. */
    private Partner trainedElsewhere() {
        Partner other = Partner.school();
        other.enrols("own", half, cohort, "AI-102");
        other.enrols("else", half, "pupils", "AI-101");
        other.completes("O-1", "own", "2026-05-01").statusCode(201);
        other.completes("O-2", "else", "2026-05-01").statusCode(201);
        await().untilAsserted(() -> school.get("/v1/learners?trained=true").body("items", hasSize(2)));
        await().untilAsserted(() -> assertThat(other.statusOf("O-2")).isEqualTo("accepted"));
        return other;
    }

    @Test
    void a_list_of_learners_shows_own_courses_and_who_is_trained_and_nothing_done_elsewhere() {
        trainedElsewhere();

        school.get("/v1/learners")
                .body(listed + ".trained", equalTo(true))
                .body(listed + ".trainedOn", nullValue())
                .body(listed + ".courses", contains("AI-101"))
                .body(listed + ".hours", equalTo(36))
                .body(listed + ".missing", nullValue());
    }

    @Test
    void the_progress_of_a_learner_shows_own_courses_and_who_is_trained_and_nothing_done_elsewhere() {
        Partner other = trainedElsewhere();

        school.get("/v1/learners/" + half + "/progress")
                .body("cohorts.cohort", contains(cohort))
                .body("cohorts[0].trained", equalTo(true))
                .body("cohorts[0].trainedOn", nullValue())
                .body("cohorts[0].courses", contains("AI-101"));
        other.get("/v1/learners/" + half + "/progress")
                .body("cohorts.find { it.cohort == '%s' }.courses".formatted(cohort), contains("AI-102"))
                .body("cohorts.find { it.cohort == '%s' }.trainedOn".formatted(cohort), equalTo("2026-05-01"));
    }

    @Test
    void the_auditor_sees_what_a_learner_has_done_everywhere() {
        trainedElsewhere();

        Office.get("auditor", "/v1/learners/" + half + "/progress")
                .body("cohorts.find { it.cohort == '%s' }.courses".formatted(cohort), contains("AI-101", "AI-102"))
                .body("cohorts.find { it.cohort == '%s' }.trainedOn".formatted(cohort), equalTo("2026-05-01"));
        Office.get("auditor", "/v1/learners?institution=" + school.institution())
                .body(listed + ".courses", contains("AI-101", "AI-102"));
    }

    @Test
    void the_effect_of_a_dry_run_shows_nothing_done_elsewhere() {
        trainedElsewhere();

        school.post("/v1/corrections?dryRun=true", school.correction("H-1", "\"score\":0.5"))
                .body("effect.learners[0].before.trained", equalTo(true))
                .body("effect.learners[0].before.trainedOn", nullValue());
    }

    @Test
    void what_is_missing_does_not_say_what_was_done_elsewhere() {
        Partner other = Partner.school();
        other.enrols("own", half, cohort, "AI-103");
        other.completes("O-1", "own", "2026-05-01").statusCode(201);
        await().untilAsserted(() -> assertThat(other.statusOf("O-1")).isEqualTo("accepted"));

        school.get("/v1/learners?trained=false")
                .body("items[0].missing.courses", contains("AI-102"))
                .body("items[0].missing.hours", equalTo(36));
        other.get("/v1/learners")
                .body("items[0].missing.courses", contains("AI-102"))
                .body("items[0].missing.hours", equalTo(36));
    }

    @ParameterizedTest
    @CsvSource({"cohort=none, 404", "trained=perhaps, 400", "cursor=none, 400"})
    void what_narrows_no_list_is_refused(String parameter, int status) {
        school.get("/v1/learners?" + parameter).statusCode(status);
    }
}
