package kz.qadam.reporting.audit.recount;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.KafkaFixture.awaitIntake;
import static kz.qadam.reporting.LearnerFixture.publishMerge;
import static kz.qadam.reporting.LearnerFixture.publishNoLongerTrained;
import static kz.qadam.reporting.LearnerFixture.publishSplit;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.recount;
import static kz.qadam.reporting.Requests.viewer;
import static kz.qadam.reporting.Requests.viewerBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.EnrolmentFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Enrolments and completions pass from one learner to another one. Their events have other keys, so they arrive in any
 * order; figures and the recount agree at each step.
 */
@ReportingTest
class MergeTest {

    private final String cohort = "merge-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/progress/" + cohort;
    private final UUID absorbed = UUID.randomUUID();
    private final UUID surviving = UUID.randomUUID();

    @BeforeEach
    void a_cohort() {
        givenCohort(cohort, 10L);
    }

    @Test
    void two_learners_who_are_one_person_count_truly_at_each_step() {
        EnrolmentFixture enrolment = enrolled(absorbed, "KZ-71");
        CompletionFixture completion = trained(enrolment, "2026-05-01");
        trained(enrolled(surviving, "KZ-75"), "2026-05-31");
        awaitFigures(2, 2);
        assertRecountMatches(cohort, 0);

        publishMerge(absorbed, surviving);
        enrolment.movedTo(surviving).publish();
        awaitFigures(1, 2);
        assertRecountMatches(cohort, 0);

        CompletionFixture moved =
                completion.movedTo(surviving, cohort, "merged", 2).publish();
        await().untilAsserted(() -> assertRecountMatches(cohort, 2));

        moved.publishTrained("merged");
        await().untilAsserted(() -> assertRecountMatches(cohort, 1));

        publishNoLongerTrained(absorbed, cohort);
        awaitFigures(1, 1);
        assertRecountMatches(cohort, 0);
    }

    @Test
    void two_learners_who_are_one_person_count_once_at_the_end() {
        EnrolmentFixture enrolment = enrolled(absorbed, "KZ-71");
        CompletionFixture completion = trained(enrolment, "2026-05-01");
        trained(enrolled(surviving, "KZ-75"), "2026-05-31");
        awaitFigures(2, 2);

        publishMerge(absorbed, surviving);
        enrolment.movedTo(surviving).publish();
        completion.movedTo(surviving, cohort, "merged", 2).publish().publishTrained("merged");
        publishNoLongerTrained(absorbed, cohort);

        await().untilAsserted(() -> viewer(path + "/breakdown", "by", "region")
                .body("cells.find { it.key == 'KZ-71' }.trained", is(1))
                .body("cells.find { it.key == 'KZ-75' }.trained", is(0))
                .body("cells.find { it.key == 'KZ-75' }.enrolled", is(1)));
        await().untilAsserted(() -> viewer(path).body("enrolled", is(1)).body("completions", is(2)));
        viewer(path, "on", "2026-05-30").body("trained", is(1));
    }

    @Test
    void two_learners_who_were_merged_and_split_count_as_two_again() {
        EnrolmentFixture enrolment = enrolled(absorbed, "KZ-71");
        CompletionFixture completion = trained(enrolment, "2026-05-01");
        CompletionFixture own = trained(enrolled(surviving, "KZ-75"), "2026-05-31");
        publishMerge(absorbed, surviving);
        EnrolmentFixture joined = enrolment.movedTo(surviving).publish();
        CompletionFixture moved =
                completion.movedTo(surviving, cohort, "merged", 2).publish().publishTrained("merged");
        publishNoLongerTrained(absorbed, cohort);
        awaitFigures(1, 1);
        String merged = now();
        String before = viewerBody(path, "asOf", merged);

        publishSplit(absorbed);
        joined.movedTo(absorbed).publish();
        moved.movedTo(absorbed, cohort, "merged", 3).publish().publishTrained("merged");
        own.trainedVersion(3).publishTrained("merged");

        awaitFigures(2, 2);
        await().untilAsserted(() -> assertRecountMatches(cohort, 0));
        assertThat(viewerBody(path, "asOf", merged)).isEqualTo(before);
        auditor("/v1/audit/evidence", "cohort", cohort)
                .body("items.mergedFrom.flatten()", empty())
                .body("items.learnerId", hasItems(absorbed.toString(), surviving.toString()));
        auditor("/v1/audit/revisions", "cohort", cohort, "from", merged)
                .body("figures.find { it.measure == 'trained' && it.region == null }.because", is(Map.of("merge", 1)));
    }

    private void awaitFigures(int enrolled, int trained) {
        await().untilAsserted(() -> viewer(path)
                .body("enrolled", is(enrolled))
                .body("trained", is(trained))
                .body("completions", is(2)));
    }

    @Test
    void events_of_the_absorbed_learner_that_arrive_last_are_never_counted_again() {
        EnrolmentFixture enrolment = EnrolmentFixture.of(absorbed, cohort, "KZ-71", "school-1");
        CompletionFixture completion = CompletionFixture.under(enrolment, "2026-05-01");
        enrolment.movedTo(surviving).publish();
        completion.movedTo(surviving, cohort, "merged", 1).publish().publishTrained("merged");
        awaitTrained(cohort, 1);

        publishNoLongerTrained(absorbed, cohort);
        enrolment.publish();
        completion.publish().publishTrained();

        awaitIntake("qadam.enrolments", absorbed.toString());
        awaitIntake("qadam.completions", absorbed.toString());
        assertRecountMatches(cohort, 0);
        viewer(path).body("trained", is(1)).body("enrolled", is(1)).body("completions", is(1));
    }

    @Test
    void a_completion_that_moved_to_another_cohort_is_in_flight_in_both() {
        givenMovedToAnotherCohort();

        assertRecountMatches(cohort, 1);
        assertRecountMatches(cohort + "-joined", 1);
    }

    @Test
    void a_completion_that_moved_to_another_cohort_is_not_in_flight_when_both_have_been_evaluated() {
        CompletionFixture moved = givenMovedToAnotherCohort();

        moved.publishTrained("enrolment");
        publishNoLongerTrained(absorbed, cohort);

        awaitTrained(cohort, 0);
        await().untilAsserted(() -> assertRecountMatches(cohort, 0));
        await().untilAsserted(() -> assertRecountMatches(cohort + "-joined", 0));
    }

    private CompletionFixture givenMovedToAnotherCohort() {
        String joined = cohort + "-joined";
        givenCohort(joined, 10L);
        CompletionFixture completion = CompletionFixture.of(absorbed, cohort, "KZ-71", "school-1", "2026-05-01");
        completion.publish().publishTrained();
        awaitTrained(cohort, 1);
        CompletionFixture moved =
                completion.movedTo(absorbed, joined, "enrolment-corrected", 1).publish();
        await().untilAsserted(() -> viewer("/v1/progress/" + joined).body("completions", is(1)));
        return moved;
    }

    @Test
    void a_completion_that_waits_for_its_enrolment_again_stops_counting() {
        CompletionFixture completion = CompletionFixture.of(absorbed, cohort, "KZ-71", "school-1", "2026-05-01");
        completion.publish().publishTrained();
        await().untilAsserted(() -> viewer(path).body("completions", is(1)));

        completion.pending().publish();
        publishNoLongerTrained(absorbed, cohort);

        await().untilAsserted(() ->
                viewer(path).body("completions", is(0)).body("trained", is(0)).body("because", empty()));
        assertRecountMatches(cohort, 0);
    }

    private EnrolmentFixture enrolled(UUID learner, String region) {
        return EnrolmentFixture.of(learner, cohort, region, "school-1").publish();
    }

    private static CompletionFixture trained(EnrolmentFixture enrolment, String day) {
        return CompletionFixture.under(enrolment, day).publish().publishTrained();
    }

    private static void assertRecountMatches(String cohort, int learnersInFlight) {
        recount(Map.of("cohort", cohort))
                .statusCode(200)
                .body("differences", empty())
                .body("matches", is(true))
                .body("inFlight.learners", is(learnersInFlight));
    }
}
