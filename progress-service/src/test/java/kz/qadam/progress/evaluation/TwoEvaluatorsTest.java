package kz.qadam.progress.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.Test;

/** The service's own evaluator is one; the test is the other, as another instance would be. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TwoEvaluatorsTest {

    private final Partner school = Partner.school();
    private final String cohort = "cohort-" + school.run();

    @Inject
    EvaluationSteps steps;

    @Inject
    Database database;

    @Test
    void none_begins_while_an_earlier_one_of_its_cohort_is_open() throws SQLException {
        // The lock of the catalogue keeps the service's own evaluator away until the earlier one is taken.
        try (Connection catalogue = Records.held("select pg_advisory_xact_lock(%d)".formatted(0x51adab))) {
            Records.change("""
                    insert into evaluation (cohort, cause, programme_version, cohort_version, course_versions, begun)
                    values ('%1$s', 'REQUIREMENT', 1, 1, '{}', true), ('%1$s', 'REQUIREMENT', 1, 2, '{}', false)
                    """.formatted(cohort));
            try (Connection other = Records.held("""
                    select from evaluation where cohort = '%s' and begun for update
                    """.formatted(cohort))) {
                catalogue.rollback();

                while (steps.next()) {
                    // Evaluations of other cohorts may go on.
                    assertThat(begun()).isEqualTo(1);
                }
                assertThat(begun()).isEqualTo(1);
                other.rollback();
            }
        }
        await().untilAsserted(() -> assertThat(Published.about("evaluation/" + cohort))
                .extracting(event -> event.data().path("cohortVersion").asInt())
                .containsExactly(1, 2));
    }

    @Test
    void what_two_evaluators_publish_last_is_by_the_newest_versions() {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{}");
        for (int i = 0; i < 20; i++) {
            school.enrols("E-" + i, UUID.randomUUID(), cohort, "AI-101");
            school.completes("C-" + i, "E-" + i, "2026-05-31").statusCode(201);
        }
        int newest = 12;

        var other = CompletableFuture.runAsync(() -> {
            while (finished() < newest) {
                steps.next();
            }
        });
        for (int version = 2; version <= newest; version++) {
            Neighbours.describeCohort(cohort, version, "2026-01-01", "{\"minCourses\":" + (1 + version % 2) + "}");
        }

        await().untilAsserted(() -> assertThat(finished()).isEqualTo(newest));
        other.join();
        await().untilAsserted(() -> {
            List<Integer> versions = Published.inOrder("evaluation/" + cohort).stream()
                    .map(event -> event.data().path("cohortVersion").asInt())
                    .toList();
            assertThat(versions).isSorted().endsWith(newest);
        });
    }

    @Test
    void courses_that_change_before_an_evaluation_begins_are_all_judged_by_it() throws SQLException {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{\"hours\":36}");
        UUID first = hasCompleted("A", cohort + "-a");
        UUID second = hasCompleted("B", cohort + "-b");
        await().untilAsserted(() -> assertThat(finished()).isEqualTo(1));

        try (Connection earlier = earlierEvaluation()) {
            describesCourse(cohort + "-a");
            describesCourse(cohort + "-b");
            earlier.rollback();
        }

        await().untilAsserted(() -> assertThat(List.of(first, second))
                .allSatisfy(learner -> assertThat(Published.about(learner + "/" + cohort))
                        .extracting(PublishedEvent::type)
                        .containsExactly("kz.qadam.learner.trained.v1")));
    }

    private UUID hasCompleted(String reference, String course) {
        UUID learner = UUID.randomUUID();
        school.enrols("E-" + reference, learner, cohort, course);
        school.completes(reference, "E-" + reference, "2026-05-31").statusCode(201);
        await().untilAsserted(() -> assertThat(school.statusOf(reference)).isEqualTo("accepted"));
        return learner;
    }

    private void describesCourse(String course) {
        Neighbours.describeCourse(course, 1, 36);
        await().untilAsserted(() -> assertThat(
                        number("select count(*) from course where code = '" + course + "' and :cohort <> ''"))
                .isEqualTo(1));
    }

    /** One of nobody, which another instance is working on: no later one of the cohort begins. */
    private Connection earlierEvaluation() throws SQLException {
        try (Connection catalogue = Records.held("select pg_advisory_xact_lock(%d)".formatted(0x51adab))) {
            Records.change("""
                    insert into evaluation (cohort, cause, courses, programme_version, cohort_version, course_versions,
                                            begun)
                    values ('%s', 'COURSE', '{none}', 1, 1, '{}', true)
                    """.formatted(cohort));
            Connection earlier = Records.held(
                    "select from evaluation where cohort = '%s' and finished_at is null for update".formatted(cohort));
            catalogue.rollback();
            return earlier;
        }
    }

    private int begun() {
        return number("select count(*) from evaluation where cohort = :cohort and begun");
    }

    /** By which version of the cohort everybody in it is judged. */
    private int finished() {
        return number("""
                select coalesce(max(cohort_version), 0) from evaluation
                 where cohort = :cohort and finished_at is not null
                """);
    }

    private int number(String sql) {
        return database.transaction(handle -> handle.createQuery(sql)
                .bind("cohort", cohort)
                .mapTo(Integer.class)
                .one());
    }
}
