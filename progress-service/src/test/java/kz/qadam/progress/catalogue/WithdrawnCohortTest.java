package kz.qadam.progress.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cohort that the office created, and withdrew before anybody was enrolled in it. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class WithdrawnCohortTest {

    @Inject
    Database database;

    private final Partner school = Partner.school();
    private final UUID learner = UUID.randomUUID();
    private final String cohort = "cohort-" + school.run();

    @BeforeEach
    void withdraw() {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
        Neighbours.describeCourse("AI-101", 1, 36);
        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{}");
        Neighbours.describeCohort(cohort, 2, "2026-01-05", "{\"minCourses\":3}");
        awaitVersion(2);
        Neighbours.withdrawCohort(cohort, 3);
    }

    private void awaitVersion(int version) {
        await().untilAsserted(() -> assertThat(knownVersion()).isEqualTo(version));
    }

    private int knownVersion() {
        return database.transaction(
                handle -> handle.createQuery("select coalesce(max(version), 0) from cohort where code = :code")
                        .bind("code", cohort)
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void learners_of_a_withdrawn_cohort_are_not_listed() {
        awaitVersion(3);

        school.get("/v1/learners?cohort=" + cohort).statusCode(404);
    }

    @Test
    void a_requirement_of_a_withdrawn_cohort_has_no_preview() {
        awaitVersion(3);

        Office.post("office", "/v1/requirement-previews", """
                        {"cohort": "%s", "requirement": {}, "validFrom": "2026-01-01"}""".formatted(cohort))
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-cohort"));
    }

    @Test
    void created_again_it_trains_by_its_new_requirement_alone() {
        Neighbours.createCohortAgain(cohort, 4);
        awaitVersion(4);

        school.enrols("E", learner, cohort, "AI-101");
        school.completes("C", "E", "2026-05-31").statusCode(201);

        await().untilAsserted(() ->
                school.get("/v1/learners/" + learner + "/progress").body("cohorts[0].trained", equalTo(true)));
    }
}
