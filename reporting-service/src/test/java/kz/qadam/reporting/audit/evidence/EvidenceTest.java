package kz.qadam.reporting.audit.evidence;

import static kz.qadam.reporting.Asked.auditor;
import static kz.qadam.reporting.Asked.auditorBytes;
import static kz.qadam.reporting.Asked.byAnybody;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.Reported;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class EvidenceTest {

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void each_trained_person_is_there_with_all_that_told_of_it() {
        Events.cohort("evidence", 10L);
        Reported completion = completed("evidence", "KZ-75", "school-42", "2026-05-01");
        trained("evidence", 1);

        evidence("evidence")
                .body("total", is(1))
                .body("cursor", nullValue())
                .body("items", hasSize(1))
                .body("items[0].learnerId", is(completion.learner().toString()))
                .body("items[0].completionId", is(completion.id().toString()))
                .body("items[0].reference", is(completion.reference()))
                .body("items[0].enrolmentReference", is("E-1"))
                .body("items[0].enrolledOn", is("2026-02-01"))
                .body("items[0].day", is("2026-05-01"))
                .body("items[0].admittedBy.requirementVersion", is(1))
                .body("items[0].admittedBy.programmeVersion", is(1))
                .body("items[0].knownSince", notNullValue())
                .body(
                        "items[0].events.type",
                        containsInAnyOrder(
                                "kz.qadam.learner.trained.v1",
                                "kz.qadam.completion.recorded.v1",
                                "kz.qadam.enrolment.enrolled.v1"))
                .body("items[0].events[0].topic", notNullValue())
                .body("items[0].events[0].offset", notNullValue());
        String event = evidence("evidence").extract().path("items[0].events[0].eventId");
        auditor("/v1/audit/events/" + event).statusCode(200);
    }

    @Test
    void pages_lead_through_all_records_of_one_moment_and_no_other() {
        Events.cohort("evidence-pages", 10L);
        for (int day = 1; day <= 5; day++) {
            completed("evidence-pages", "KZ-75", "school-42", "2026-05-0" + (day + 1) / 2);
        }
        trained("evidence-pages", 5);

        List<String> seen = new ArrayList<>();
        ValidatableResponse page = evidence("evidence-pages", "limit", "2").body("total", is(5));
        completed("evidence-pages", "KZ-75", "school-42", "2026-05-01");
        trained("evidence-pages", 6);
        while (page.extract().path("cursor") != null) {
            seen.addAll(page.extract().path("items.learnerId"));
            page = evidence(
                            "evidence-pages",
                            "limit",
                            "2",
                            "cursor",
                            page.extract().path("cursor"))
                    .body("total", is(5));
        }
        seen.addAll(page.extract().path("items.learnerId"));

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void the_total_is_the_figure_of_any_cell() {
        Events.cohort("evidence-cells", 10L);
        Events.institution("school-42");
        completed("evidence-cells", "KZ-75", "school-42", "2026-05-01");
        completed("evidence-cells", "KZ-75", "evidence-unknown", "2026-06-01");
        Reported third = completed("evidence-cells", "KZ-71", "school-42", "2026-06-02");
        Reported.of(third.learner(), "evidence-cells", "KZ-71", "school-42", "2026-06-30")
                .told();
        await().untilAsserted(() -> exact("/v1/progress/evidence-cells").body("completions", is(4)));
        await().untilAsserted(() -> exact("/v1/progress/evidence-cells/breakdown", "by", "kind")
                .body("cells.find { it.key == 'school' }.trained", is(2)));

        total(3, "measure", "trained");
        total(4, "measure", "completions");
        total(2, "region", "KZ-75");
        total(2, "institution", "school-42");
        total(1, "institution", "school-42", "region", "KZ-71");
        total(3, "course", "AI-101");
        total(2, "month", "2026-06");
        total(2, "on", "2026-06-01");
        total(2, "measure", "completions", "institution", "school-42", "month", "2026-06");
        total(4, "measure", "completions", "area", "ai");
        total(2, "kind", "school", "institution", "school-42");
        total(1, "measure", "enrolled", "kind", "unknown", "institution", "evidence-unknown");
        total(3, "measure", "completed");
        total(2, "measure", "enrolled", "institution", "school-42");
        total(0, "month", "2026-07");
    }

    @Test
    void what_is_left_out_says_why() {
        Events.cohort("evidence-out", 10L);
        Reported first = completed("evidence-out", "KZ-75", "school-42", "2026-05-01");
        Reported again = Reported.of(first.learner(), "evidence-out", "KZ-75", "school-42", "2026-05-02")
                .told();
        Reported alone = Reported.of(UUID.randomUUID(), "evidence-out", "KZ-75", "school-42", "2026-05-03")
                .judgedBy(0)
                .told();
        Reported ahead = Reported.of(UUID.randomUUID(), "evidence-out", "KZ-75", "school-42", "2026-05-04")
                .told();
        Reported refused = Reported.of(UUID.randomUUID(), "evidence-out", "KZ-75", "school-42", "2026-05-05")
                .judgedBy(0)
                .next("refused", "before-enrolment", "enrolment-corrected")
                .judgedBy(0)
                .told();
        await().untilAsserted(() -> evidence("evidence-out", "excluded", "true").body("total", is(4)));

        evidence("evidence-out", "excluded", "true")
                .body("excluded", is(true))
                .body(
                        "items.completionId",
                        contains(
                                again.id().toString(),
                                alone.id().toString(),
                                ahead.id().toString(),
                                refused.id().toString()))
                .body(
                        "items.because",
                        contains("another-completion", "requirement-not-met", "in-flight", "before-enrolment"));
        evidence("evidence-out", "excluded", "true", "measure", "completions")
                .body("total", is(1))
                .body("items.because", contains("before-enrolment"));
        evidence("evidence-out", "excluded", "true", "measure", "completions", "on", "2026-05-02")
                .body("items.because", contains("after-the-day", "after-the-day", "before-enrolment"));
    }

    @Test
    void it_keeps_its_bytes_whatever_comes_later() {
        Events.cohort("evidence-past", 10L);
        Reported completion = completed("evidence-past", "KZ-75", "school-42", "2026-05-01");
        trained("evidence-past", 1);
        String then = now();
        String before = auditorBytes("/v1/audit/evidence", "cohort", "evidence-past", "asOf", then);

        completion.revoked().told();
        Events.noLongerTrained(completion.learner(), "evidence-past", 2);
        trained("evidence-past", 0);

        assertThat(auditorBytes("/v1/audit/evidence", "cohort", "evidence-past", "asOf", then))
                .isEqualTo(before);
        evidence("evidence-past").body("total", is(0));
        evidence("evidence-past", "excluded", "true").body("items.because", contains("revoked"));
    }

    @Test
    void a_person_who_was_two_shows_both() {
        Events.cohort("evidence-merged", 10L);
        UUID absorbed = UUID.randomUUID();
        Reported completion = completed("evidence-merged", "KZ-75", "school-42", "2026-05-01");

        Events.merged(absorbed, completion.learner());

        await().untilAsserted(
                        () -> evidence("evidence-merged").body("items[0].mergedFrom", contains(absorbed.toString())));
    }

    @Test
    void who_reads_is_noted() {
        Events.cohort("evidence-read", 10L);
        completed("evidence-read", "KZ-75", "school-42", "2026-05-01");
        trained("evidence-read", 1);

        evidence("evidence-read", "limit", "17");

        List<String> asked = new ArrayList<>();
        String cursor = null;
        for (boolean more = true; more; ) {
            var page = cursor == null
                    ? auditor("/v1/audit/readings", "limit", "1000")
                    : auditor("/v1/audit/readings", "limit", "1000", "cursor", cursor);
            List<String> items = page.statusCode(200).extract().path("items.asked");
            asked.addAll(items);
            cursor = page.extract().path("cursor");
            more = items.size() == 1000;
        }
        assertThat(asked).anyMatch(one -> one.contains("cohort=evidence-read") && one.contains("limit=17"));
        auditor("/v1/audit/readings", "limit", "1")
                .body("items[0].roles", contains("auditor"))
                .body("items[0].subject", notNullValue())
                .body("items[0].asked", containsString("/v1/audit/"));
        exact("/v1/audit/readings").statusCode(403);
    }

    @Test
    void records_are_not_for_everybody_and_only_of_what_is_known() {
        exact("/v1/audit/evidence", "cohort", "evidence").statusCode(403);
        byAnybody("/v1/audit/evidence", "cohort", "evidence").statusCode(401);
        auditor("/v1/audit/evidence").statusCode(400).body("errors[0].parameter", is("cohort"));
        auditor("/v1/audit/evidence", "cohort", "nobody").statusCode(404);
        auditor("/v1/audit/evidence", "cohort", "total", "region", "KZ-99").statusCode(404);
        auditor("/v1/audit/evidence", "cohort", "total", "institution", "nobody")
                .statusCode(404);
        auditor("/v1/audit/evidence", "cohort", "total", "course", "nothing").statusCode(404);
        auditor("/v1/audit/evidence", "cohort", "total", "area", "arts").statusCode(404);
        auditor("/v1/audit/evidence", "cohort", "total", "kind", "museum").statusCode(404);
        auditor("/v1/audit/evidence", "cohort", "total", "measure", "enrolled", "excluded", "true")
                .statusCode(400);
        auditor("/v1/audit/evidence", "cohort", "evidence", "month", "May").statusCode(400);
        auditor("/v1/audit/evidence", "cohort", "evidence", "measure", "hours").statusCode(400);
        auditor("/v1/audit/evidence", "cohort", "evidence", "cursor", "?").statusCode(400);
    }

    private static Reported completed(String cohort, String region, String institution, String day) {
        UUID learner = UUID.randomUUID();
        UUID enrolment = Events.enrolled(learner, cohort, region, institution);
        return Reported.of(learner, cohort, region, institution, day)
                .under(enrolment)
                .told()
                .trains();
    }

    private static void trained(String cohort, int trained) {
        await().untilAsserted(() -> exact("/v1/progress/" + cohort).body("trained", is(trained)));
    }

    private static void total(int expected, String... query) {
        evidence("evidence-cells", query).body("total", is(expected)).body("items", hasSize(expected));
    }

    private static ValidatableResponse evidence(String cohort, String... more) {
        String[] query = Arrays.copyOf(new String[] {"cohort", cohort}, 2 + more.length);
        System.arraycopy(more, 0, query, 2, more.length);
        return auditor("/v1/audit/evidence", query).statusCode(200);
    }
}
