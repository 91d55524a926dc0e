package kz.qadam.reporting.audit.revision;

import static kz.qadam.reporting.Asked.auditor;
import static kz.qadam.reporting.Asked.auditorBytes;
import static kz.qadam.reporting.Asked.byAnybody;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.Reported;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class RevisionTest {

    private static final String NATION = "figures.find { it.measure == '%s' && it.region == null }";

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void what_is_reported_later_of_a_day_before_is_late_and_of_a_day_after_is_new() {
        Events.cohort("rev-late", 10L);
        completed("rev-late", "2026-05-01");
        trained("rev-late", 1);
        String then = now();

        completed("rev-late", "2026-05-02");
        completed("rev-late", "2099-05-02");
        await().untilAsserted(
                        () -> exact("/v1/progress/rev-late", "on", "2099-12-31").body("trained", is(3)));

        revisions("rev-late", then)
                .body(NATION.formatted("trained") + ".before", is(1))
                .body(NATION.formatted("trained") + ".after", is(2))
                .body(NATION.formatted("trained") + ".because", is(Map.of("late", 1)));
        revisions("rev-late", then, "on", "2099-12-31")
                .body(NATION.formatted("trained") + ".difference", is(2))
                .body(NATION.formatted("trained") + ".because", is(Map.of("late", 1, "new", 1)))
                .body(NATION.formatted("enrolled") + ".because", is(Map.of("new", 2)));
    }

    @Test
    void a_correction_a_revocation_and_a_merge_are_told_apart_and_the_classes_add_up() {
        Events.cohort("rev-apart", 10L);
        Reported corrected = completed("rev-apart", "2026-05-01");
        Reported revoked = completed("rev-apart", "2026-05-02");
        Reported absorbed = completed("rev-apart", "2026-05-03");
        Reported surviving = completed("rev-apart", "2026-05-04");
        trained("rev-apart", 4);
        String then = now();

        corrected.on("2099-01-01").told().trains("correction");
        revoked.revoked().told();
        Events.noLongerTrained(revoked.learner(), "rev-apart", 2);
        Events.merged(absorbed.learner(), surviving.learner());
        Events.noLongerTrained(absorbed.learner(), "rev-apart", 2, "merged");
        absorbed.movedTo(surviving.learner(), "rev-apart", "merged", 2).told().trains("merged");
        completed("rev-apart", "2026-05-05");
        trained("rev-apart", 2);
        await().untilAsserted(() ->
                exact("/v1/progress/rev-apart").body("completions", is(3)).body("completed", is(2)));

        revisions("rev-apart", then)
                .body(NATION.formatted("trained") + ".before", is(4))
                .body(NATION.formatted("trained") + ".after", is(2))
                .body(
                        NATION.formatted("trained") + ".because",
                        is(Map.of("correction", -1, "revocation", -1, "merge", -1, "late", 1)))
                .body(
                        NATION.formatted("completions") + ".because",
                        is(Map.of("correction", -1, "revocation", -1, "late", 1)));
        classesAddUp("rev-apart", then);
    }

    @Test
    void rules_the_programme_and_targets_are_classes_of_their_own() {
        Events.cohort("rev-rules", 10L);
        Reported untrained = completed("rev-rules", "2026-05-01");
        Reported outside = completed("rev-rules", "2026-05-02");
        trained("rev-rules", 2);
        String then = now();

        Events.cohort("rev-rules", 2, """
                {"version": 2, "validFrom": "2000-01-01", "target": 25, "requirement": {"minCourses": 2},
                 "recordedAt": "2026-01-01T00:00:00Z"}
                """);
        Events.noLongerTrained(untrained.learner(), "rev-rules", 2, "requirement");
        outside.next("accepted", "outside-programme", "programme").told();
        Events.noLongerTrained(outside.learner(), "rev-rules", 2, "programme");
        trained("rev-rules", 0);
        await().untilAsserted(() -> exact("/v1/progress/rev-rules").body("completions", is(1)));

        revisions("rev-rules", then)
                .body(NATION.formatted("trained") + ".because", is(Map.of("rule", -1, "programme", -1)))
                .body(NATION.formatted("completions") + ".because", is(Map.of("programme", -1)))
                .body(NATION.formatted("target") + ".before", is(10))
                .body(NATION.formatted("target") + ".after", is(25))
                .body(NATION.formatted("target") + ".because", is(Map.of("target", 15)));
        classesAddUp("rev-rules", then);
    }

    @Test
    void each_record_of_a_revision_is_found_with_its_event() {
        Events.cohort("rev-records", 10L);
        Reported gone = completed("rev-records", "2026-05-01");
        trained("rev-records", 1);
        String then = now();
        Reported late = completed("rev-records", "2026-05-02");
        trained("rev-records", 2);
        gone.revoked().told();
        Events.noLongerTrained(gone.learner(), "rev-records", 2);
        trained("rev-records", 1);

        auditor("/v1/audit/revisions/records", "from", then, "cohort", "rev-records")
                .statusCode(200)
                .body("items.class", contains("late", "revocation"))
                .body("items.change", contains(1, -1))
                .body("items[0].after.completionId", is(late.id().toString()))
                .body("items[0].before", nullValue())
                .body("items[0].event.type", is("kz.qadam.learner.trained.v1"))
                .body("items[1].before.completionId", is(gone.id().toString()))
                .body("items[1].before.region", is("KZ-75"))
                .body("cursor", nullValue());
        String next = auditor("/v1/audit/revisions/records", "from", then, "cohort", "rev-records", "limit", "1")
                .body("items.class", contains("late"))
                .extract()
                .path("cursor");
        auditor("/v1/audit/revisions/records", "from", then, "cohort", "rev-records", "limit", "1", "cursor", next)
                .body("items.class", contains("revocation"));
        auditor(
                        "/v1/audit/revisions/records",
                        "from",
                        then,
                        "cohort",
                        "rev-records",
                        "class",
                        "late",
                        "measure",
                        "completions")
                .body("items.learnerId", contains(late.learner().toString()));
        exact("/v1/audit/revisions/records", "from", then, "cohort", "rev-records")
                .statusCode(403);
    }

    @Test
    void what_came_and_went_between_is_told_though_nothing_differs() {
        Events.cohort("rev-between", 10L);
        trained("rev-between", 0);
        String then = now();
        Reported gone = completed("rev-between", "2026-05-01");
        trained("rev-between", 1);
        gone.revoked().told();
        Events.noLongerTrained(gone.learner(), "rev-between", 2);

        trained("rev-between", 0);

        revisions("rev-between", then)
                .body(NATION.formatted("trained") + ".difference", is(0))
                .body(NATION.formatted("trained") + ".because", is(Map.of("late", 1, "revocation", -1)));
    }

    @Test
    void the_same_question_about_the_past_has_the_same_answer() {
        Events.cohort("rev-past", 10L);
        trained("rev-past", 0);
        String first = now();
        completed("rev-past", "2026-05-01");
        trained("rev-past", 1);
        String second = now();
        String before = auditorBytes("/v1/audit/revisions", "from", first, "to", second);

        completed("rev-past", "2026-05-01");
        trained("rev-past", 2);

        assertThat(auditorBytes("/v1/audit/revisions", "from", first, "to", second))
                .isEqualTo(before);
        assertThat(auditorBytes("/v1/audit/revisions", "from", first, "asOf", second))
                .isEqualTo(before);
    }

    @Test
    void what_cannot_be_asked_is_refused_by_name() {
        String now = now();
        exact("/v1/audit/revisions").statusCode(400).body("errors[0].parameter", is("from"));
        exact("/v1/audit/revisions", "from", "yesterday").statusCode(400).body("errors[0].parameter", is("from"));
        exact("/v1/audit/revisions", "from", now, "to", "2020-01-01T00:00:00Z")
                .statusCode(400)
                .body("errors[0].parameter", is("to"));
        exact("/v1/audit/revisions", "from", now, "cohort", "nobody").statusCode(404);
        byAnybody("/v1/audit/revisions", "from", now).statusCode(401);
    }

    /** Enrolled, completed and trained on that day. */
    private static Reported completed(String cohort, String day) {
        UUID learner = UUID.randomUUID();
        Events.enrolled(learner, cohort, "KZ-75", "school-42");
        return Reported.of(learner, cohort, "KZ-75", "school-42", day).told().trains();
    }

    private static void trained(String cohort, int trained) {
        await().untilAsserted(() -> exact("/v1/progress/" + cohort).body("trained", is(trained)));
    }

    private static ValidatableResponse revisions(String cohort, String from, String... more) {
        String[] query = Arrays.copyOf(new String[] {"from", from, "cohort", cohort}, 4 + more.length);
        System.arraycopy(more, 0, query, 4, more.length);
        return exact("/v1/audit/revisions", query).statusCode(200);
    }

    private static void classesAddUp(String cohort, String from) {
        JsonPath answer = JsonPath.from(auditorBytes("/v1/audit/revisions", "from", from, "cohort", cohort));
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
