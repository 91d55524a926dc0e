package kz.qadam.reporting.audit.revision;

import static kz.qadam.reporting.CatalogueFixture.describeCohort;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.LearnerFixture.publishMerge;
import static kz.qadam.reporting.LearnerFixture.publishNoLongerTrained;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.query;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import kz.qadam.reporting.CohortVersion;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportingTest
class RevisionTest {

    private static final String NATION = "figures.find { it.measure == '%s' && it.region == null }";

    @Test
    void what_is_reported_later_of_a_day_before_is_late() {
        givenCohort("rev-late", 10L);
        String then = givenTrainedBefore("rev-late");

        givenTrained("rev-late", "2026-05-02");
        awaitTrained("rev-late", 2);

        revisions("rev-late", then)
                .body(NATION.formatted("trained") + ".before", is(1))
                .body(NATION.formatted("trained") + ".after", is(2))
                .body(NATION.formatted("trained") + ".because", is(Map.of("late", 1)));
    }

    @Test
    void what_is_reported_of_a_day_after_is_new() {
        givenCohort("rev-new", 10L);
        String then = givenTrainedBefore("rev-new");

        givenTrained("rev-new", "2026-05-02");
        givenTrained("rev-new", "2099-05-02");
        await().untilAsserted(
                        () -> viewer("/v1/progress/rev-new", "on", "2099-12-31").body("trained", is(3)));

        revisions("rev-new", then, "on", "2099-12-31")
                .body(NATION.formatted("trained") + ".difference", is(2))
                .body(NATION.formatted("trained") + ".because", is(Map.of("late", 1, "new", 1)))
                .body(NATION.formatted("enrolled") + ".because", is(Map.of("new", 2)));
    }

    private static String givenTrainedBefore(String cohort) {
        givenTrained(cohort, "2026-05-01");
        awaitTrained(cohort, 1);
        return now();
    }

    @Test
    void a_correction_a_revocation_and_a_merge_are_different_causes_and_add_up() {
        givenCohort("rev-apart", 10L);
        CompletionFixture corrected = givenTrained("rev-apart", "2026-05-01");
        CompletionFixture revoked = givenTrained("rev-apart", "2026-05-02");
        CompletionFixture absorbed = givenTrained("rev-apart", "2026-05-03");
        CompletionFixture surviving = givenTrained("rev-apart", "2026-05-04");
        awaitTrained("rev-apart", 4);
        String then = now();

        corrected.correctedTo("2099-01-01").publish().publishTrained("correction");
        revoked.revoked().publish();
        publishNoLongerTrained(revoked.learner(), "rev-apart");
        publishMerge(absorbed.learner(), surviving.learner());
        publishNoLongerTrained(absorbed.learner(), "rev-apart", "merged");
        absorbed.movedTo(surviving.learner(), "rev-apart", "merged", 2)
                .publish()
                .publishTrained("merged");
        givenTrained("rev-apart", "2026-05-05");
        await().untilAsserted(() -> viewer("/v1/progress/rev-apart")
                .body("trained", is(2))
                .body("completions", is(3))
                .body("completed", is(2)));

        revisions("rev-apart", then)
                .body(NATION.formatted("trained") + ".before", is(4))
                .body(NATION.formatted("trained") + ".after", is(2))
                .body(
                        NATION.formatted("trained") + ".because",
                        is(Map.of("correction", -1, "revocation", -1, "merge", -1, "late", 1)))
                .body(
                        NATION.formatted("completions") + ".because",
                        is(Map.of("correction", -1, "revocation", -1, "late", 1)));
        assertCausesAddUp("rev-apart", then);
    }

    @Test
    void rules_the_programme_and_targets_are_causes_of_their_own() {
        givenCohort("rev-rules", 10L);
        CompletionFixture untrained = givenTrained("rev-rules", "2026-05-01");
        CompletionFixture outside = givenTrained("rev-rules", "2026-05-02");
        awaitTrained("rev-rules", 2);
        String then = now();

        describeCohort("rev-rules", CohortVersion.of(2, 25L).requiring(2));
        publishNoLongerTrained(untrained.learner(), "rev-rules", "requirement");
        outside.next("accepted", "outside-programme", "programme").publish();
        publishNoLongerTrained(outside.learner(), "rev-rules", "programme");
        awaitTrained("rev-rules", 0);
        await().untilAsserted(() -> viewer("/v1/progress/rev-rules").body("completions", is(1)));

        revisions("rev-rules", then)
                .body(NATION.formatted("trained") + ".because", is(Map.of("rule", -1, "programme", -1)))
                .body(NATION.formatted("completions") + ".because", is(Map.of("programme", -1)))
                .body(NATION.formatted("target") + ".before", is(10))
                .body(NATION.formatted("target") + ".after", is(25))
                .body(NATION.formatted("target") + ".because", is(Map.of("target", 15)));
        assertCausesAddUp("rev-rules", then);
    }

    @Test
    void what_came_and_went_between_is_named_though_nothing_differs() {
        givenCohort("rev-between", 10L);
        awaitTrained("rev-between", 0);
        String then = now();
        CompletionFixture gone = givenTrained("rev-between", "2026-05-01");
        awaitTrained("rev-between", 1);
        gone.revoked().publish();
        publishNoLongerTrained(gone.learner(), "rev-between");

        awaitTrained("rev-between", 0);

        revisions("rev-between", then)
                .body(NATION.formatted("trained") + ".difference", is(0))
                .body(NATION.formatted("trained") + ".because", is(Map.of("late", 1, "revocation", -1)));
    }

    @Test
    void the_same_question_about_the_past_has_the_same_bytes() {
        givenCohort("rev-past", 10L);
        awaitTrained("rev-past", 0);
        String first = now();
        givenTrained("rev-past", "2026-05-01");
        awaitTrained("rev-past", 1);
        String second = now();
        String before = auditorBody("/v1/audit/revisions", "from", first, "to", second);

        givenTrained("rev-past", "2026-05-01");
        awaitTrained("rev-past", 2);

        assertThat(auditorBody("/v1/audit/revisions", "from", first, "to", second))
                .isEqualTo(before);
        assertThat(auditorBody("/v1/audit/revisions", "from", first, "asOf", second))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"on=2026-05-31, 400, from", "from=yesterday, 400, from", "from=2026-01-01&cohort=nobody, 404, cohort"})
    void what_cannot_be_asked_is_refused_by_name(String query, int status, String parameter) {
        viewer("/v1/audit/revisions?" + query).statusCode(status).body("errors[0].parameter", is(parameter));
    }

    @Test
    void an_end_before_the_beginning_is_refused() {
        viewer("/v1/audit/revisions", "from", now(), "to", "2020-01-01T00:00:00Z")
                .statusCode(400)
                .body("errors[0].parameter", is("to"));
    }

    @Test
    void the_public_sees_no_revisions() {
        anonymous("/v1/audit/revisions", "from", now()).statusCode(401);
    }

    private static ValidatableResponse revisions(String cohort, String from, String... more) {
        return viewer("/v1/audit/revisions", query(new String[] {"from", from, "cohort", cohort}, more))
                .statusCode(200);
    }

    private static void assertCausesAddUp(String cohort, String from) {
        JsonPath answer = JsonPath.from(auditorBody("/v1/audit/revisions", "from", from, "cohort", cohort));
        List<Map<String, Object>> figures = answer.getList("figures");
        assertThat(figures).isNotEmpty().allSatisfy(figure -> {
            @SuppressWarnings("unchecked")
            Map<String, Integer> because = (Map<String, Integer>) figure.get("because");
            assertThat(because.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(figure.get("difference"))
                    .isEqualTo((int) figure.get("after") - (int) figure.get("before"));
        });
    }
}
