package kz.qadam.reporting.audit.recount;

import static kz.qadam.reporting.Asked.auditor;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.recount;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.Reported;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Things pass from one learner to another, with other keys and so in no order; figures follow, and the recount with them. */
@ReportingTest
class MergeTest {

    private final UUID absorbed = UUID.randomUUID();
    private final UUID surviving = UUID.randomUUID();

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void two_learners_who_are_one_person_count_once_at_the_end_and_truly_at_each_step() {
        Events.cohort("merge", 10L);
        UUID enrolment = Events.enrolled(absorbed, "merge", "KZ-71", "school-1");
        Events.enrolled(surviving, "merge", "KZ-75", "school-2");
        Reported first = Reported.of(absorbed, "merge", "KZ-71", "school-1", "2026-05-01")
                .told()
                .trains();
        Reported.of(surviving, "merge", "KZ-75", "school-2", "2026-05-31")
                .told()
                .trains();
        await().untilAsserted(
                        () -> exact("/v1/progress/merge").body("trained", is(2)).body("enrolled", is(2)));
        matches("merge", 0);

        Events.merged(absorbed, surviving);
        Events.enrolment("corrected", enrolment, surviving, "merge", "KZ-71", "school-1", 2);

        await().untilAsserted(() ->
                exact("/v1/progress/merge").body("enrolled", is(1)).body("trained", is(2)));
        matches("merge", 0);
        Reported moved = first.movedTo(surviving, "merge", "merged", 2).told();
        await().untilAsserted(() -> matches("merge", 2));
        moved.trains("merged");
        await().untilAsserted(() -> matches("merge", 1));
        Events.noLongerTrained(absorbed, "merge", 2);
        await().untilAsserted(
                        () -> exact("/v1/progress/merge").body("trained", is(1)).body("completions", is(2)));
        matches("merge", 0);
        exact("/v1/progress/merge/breakdown", "by", "region")
                .body("cells.find { it.key == 'KZ-71' }.trained", is(1))
                .body("cells.find { it.key == 'KZ-75' }.trained", is(0))
                .body("cells.find { it.key == 'KZ-75' }.enrolled", is(1));
        exact("/v1/progress/merge", "on", "2026-05-30").body("trained", is(1));
    }

    @Test
    void the_old_place_told_last_is_never_counted_again() {
        Events.cohort("merge-late", 10L);
        UUID enrolment = UUID.randomUUID();
        Events.enrolment("corrected", enrolment, surviving, "merge-late", "KZ-71", "school-1", 2);
        Reported first = Reported.of(absorbed, "merge-late", "KZ-71", "school-1", "2026-05-01");
        first.movedTo(surviving, "merge-late", "merged", 1).told().trains("merged");
        await().untilAsserted(() -> exact("/v1/progress/merge-late").body("trained", is(1)));

        Events.noLongerTrained(absorbed, "merge-late", 2);
        Events.enrolment("enrolled", enrolment, absorbed, "merge-late", "KZ-71", "school-1", 1);
        first.told().trains();
        UUID lastEnrolment = marker("qadam.enrolments");
        UUID lastCompletion = marker("qadam.completions");

        await().untilAsserted(() -> auditor("/v1/audit/events/" + lastEnrolment).statusCode(200));
        await().untilAsserted(
                        () -> auditor("/v1/audit/events/" + lastCompletion).statusCode(200));
        matches("merge-late", 0);
        exact("/v1/progress/merge-late")
                .body("trained", is(1))
                .body("enrolled", is(1))
                .body("completions", is(1));
    }

    @Test
    void a_completion_that_left_a_cohort_is_in_flight_there_until_its_leaving_is_judged() {
        Events.cohort("merge-left", 10L);
        Events.cohort("merge-joined", 10L);
        Reported completion = Reported.of(absorbed, "merge-left", "KZ-71", "school-1", "2026-05-01");
        completion.told().trains();
        await().untilAsserted(() -> exact("/v1/progress/merge-left").body("trained", is(1)));

        completion.movedTo(absorbed, "merge-joined", "enrolment-corrected", 1).told();

        await().untilAsserted(() -> exact("/v1/progress/merge-joined").body("completions", is(1)));
        matches("merge-left", 1);
        matches("merge-joined", 1);
        completion.movedTo(absorbed, "merge-joined", "enrolment-corrected", 1).trains("enrolment");
        Events.noLongerTrained(absorbed, "merge-left", 2);
        await().untilAsserted(() -> exact("/v1/progress/merge-left").body("trained", is(0)));
        await().untilAsserted(() -> matches("merge-left", 0));
        await().untilAsserted(() -> matches("merge-joined", 0));
    }

    @Test
    void one_that_waits_again_stops_counting() {
        Events.cohort("merge-pending", 10L);
        Reported completion = Reported.of(absorbed, "merge-pending", "KZ-71", "school-1", "2026-05-01");
        completion.told().trains();
        await().untilAsserted(() -> exact("/v1/progress/merge-pending").body("completions", is(1)));

        completion.next("pending", null, "corrected").told();
        Events.noLongerTrained(absorbed, "merge-pending", 2);

        await().untilAsserted(() -> exact("/v1/progress/merge-pending")
                .body("completions", is(0))
                .body("trained", is(0))
                .body("because", empty()));
        matches("merge-pending", 0);
    }

    /** What has the same key as an event before it arrives after it. */
    private UUID marker(String topic) {
        return Events.send(topic, absorbed.toString(), "kz.qadam.test.marked.v1", topic + absorbed, 1, "{}");
    }

    private static void matches(String cohort, int learnersInFlight) {
        recount(Map.of("cohort", cohort))
                .statusCode(200)
                .body("differences", empty())
                .body("matches", is(true))
                .body("inFlight.learners", is(learnersInFlight));
    }
}
