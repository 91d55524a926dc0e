package kz.qadam.progress.completion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CompletionsTest {

    private final Partner school = Partner.school();
    private final UUID learner = UUID.randomUUID();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void a_completion_whose_enrolment_comes_later_counts_by_itself_when_it_comes() {
        school.completes("C", "E", "2026-05-31").statusCode(201).body("status", equalTo("pending"));

        school.enrols("E", learner, "pupils", "AI-101");

        await().untilAsserted(() -> assertThat(school.statusOf("C")).isEqualTo("accepted"));
        await().untilAsserted(() -> assertThat(Published.about(learner + "/pupils"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("kz.qadam.learner.trained.v1");
                    assertThat(event.data().get("trainedOn").asText()).isEqualTo("2026-05-31");
                    assertThat(event.data().get("region").asText()).isEqualTo("KZ-75");
                }));
    }

    @Test
    void a_completion_of_a_known_enrolment_is_accepted_and_counts() {
        school.hasEnrolled("E", learner);

        school.completes("C", "E", "2026-05-31")
                .statusCode(201)
                .header("Location", startsWith("/v1/completions/"))
                .body("status", equalTo("accepted"))
                .body("counts", equalTo(true))
                .body("learnerId", equalTo(learner.toString()))
                .body("cohort", equalTo("pupils"));
    }

    @Test
    void a_completion_is_published_before_the_training_that_it_brings_about() {
        school.hasEnrolled("E", learner);

        school.completes("C", "E", "2026-05-31").statusCode(201);

        await().untilAsserted(() -> assertThat(Published.all())
                .filteredOn(event -> event.key().equals(learner.toString()))
                .extracting(PublishedEvent::type)
                .containsExactly("kz.qadam.completion.recorded.v1", "kz.qadam.learner.trained.v1"));
    }

    @Test
    void a_completion_dated_before_its_enrolment_is_kept_as_refused_and_says_why() {
        school.hasEnrolled("E", learner);

        school.completes("C", "E", "2026-01-09")
                .statusCode(201)
                .body("status", equalTo("refused"))
                .body("because", equalTo("before-enrolment"));
    }

    @Test
    void the_same_again_changes_nothing() {
        school.completes("C", "E", "2026-05-31").statusCode(201);

        school.completes("C", "E", "2026-05-31").statusCode(200).body("version", equalTo(1));
    }

    @Test
    void other_content_under_one_reference_is_a_conflict_that_names_the_members() {
        school.completes("C", "E", "2026-05-31").statusCode(201);

        school.completes("C", "E", "2026-05-30")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("http://127.0.0.1:8082/problems/reference-conflict"))
                .body("errors.pointer", contains("/completedOn"));
    }

    @Test
    void fifty_equal_posts_at_once_make_one_completion() {
        List<Integer> answers = IntStream.range(0, 50)
                .parallel()
                .mapToObj(
                        i -> school.completes("C", "E", "2026-05-31").extract().statusCode())
                .toList();

        assertThat(answers).containsOnly(200, 201).containsOnlyOnce(201);
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        post("""
                {"reference":"","completedOn":"2026-02-30","score":"1","extra":true}
                """)
                .statusCode(400)
                .body("errors.pointer", hasItems("/reference", "/enrolment", "/completedOn", "/score", "/extra"));
    }

    @Test
    void a_day_after_today_is_rejected() {
        school.completes("C", "E", "2126-05-31").statusCode(422).body("errors.code", contains("in-the-future"));
    }

    @Test
    void the_reference_of_a_rejected_completion_stays_free() {
        school.completes("C", "E", "2126-05-31").statusCode(422);

        school.completes("C", "E", "2026-05-31").statusCode(201);
    }

    @Test
    void an_identification_number_in_a_text_is_rejected_and_not_repeated() {
        String body = school.completes("991231100010", "E", "2026-05-31")
                .statusCode(422)
                .body("errors.code", contains("looks-like-iin"))
                .extract()
                .asString();

        assertThat(body).doesNotContain("991231100010");
    }

    @Test
    void a_zero_character_in_an_address_is_refused() {
        school.get("/v1/completions?reference={reference}", "\0")
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void a_partner_sees_no_completion_of_another_institution() {
        school.completes("C", "E", "2026-05-31").statusCode(201);
        Partner other = Partner.school();

        other.get("/v1/completions/" + school.idOf("C")).statusCode(404);
        other.get("/v1/completions").body("items", empty());
    }

    @Test
    void a_partner_reports_no_completion_for_another_institution() {
        post("""
                {"reference":"X","institution":"%s","enrolment":"E","completedOn":"2026-05-31"}
                """.formatted(Partner.school().institution())).statusCode(403);
    }

    @Test
    void the_last_cursor_yields_what_has_changed_since() {
        school.completes("C", "E", "2026-05-31").statusCode(201);
        String cursor = school.get("/v1/completions").extract().path("cursor");
        school.enrols("E", learner, "pupils", "AI-101");

        await().untilAsserted(() -> school.get("/v1/completions?cursor=" + cursor)
                .statusCode(200)
                .body("items.reference", contains("C"))
                .body("items.status", contains("accepted")));
    }

    @Test
    void a_suspended_institution_may_not_report() {
        Neighbours.describeInstitution(school.institution(), 1, "suspended");

        await().untilAsserted(() -> school.completes("C", "E", "2026-05-31")
                .statusCode(422)
                .body("errors.code", contains("institution-not-active")));
    }

    @Test
    void a_suspended_institution_is_told_nothing_else() {
        Neighbours.describeInstitution(school.institution(), 1, "suspended");
        String item = "{\"reference\":\"8 701 123 45 67\",\"completedOn\":\"2099-02-30\",\"institution\":\"other\"}";

        await().untilAsserted(() -> school.post("/v1/completions?dryRun=true", item)
                .body("errors.code", contains("institution-not-active")));
        school.post("/v1/completions/batch", "[" + item + "]")
                .body("results[0].problem.errors.code", contains("institution-not-active"));
        school.post("/v1/corrections", "{\"completion\":\"C\",\"completedOn\":\"2099-02-30\"}")
                .body("errors.code", contains("institution-not-active"));
        school.post("/v1/revocations", "{\"completion\":\"C\"}")
                .body("errors.code", contains("institution-not-active"));
    }

    /** All that a partner reads of its own institution. */
    private List<String> readByPartners(String completion) {
        return List.of(
                "/v1/completions",
                "/v1/completions/" + completion,
                "/v1/completions/" + completion + "/history",
                "/v1/completion-imports",
                "/v1/statements/" + school.institution() + "?month=2026-05",
                "/v1/learners",
                "/v1/learners/" + learner + "/progress");
    }

    @Test
    void a_suspended_institution_reads_nothing_either() {
        school.completes("C", "E", "2026-05-31").statusCode(201);
        String id = school.idOf("C");

        Neighbours.describeInstitution(school.institution(), 1, "suspended");

        await().untilAsserted(() -> school.get("/v1/completions").statusCode(403));
        readByPartners(id)
                .forEach(place -> school.get(place)
                        .statusCode(403)
                        .contentType("application/problem+json")
                        .body("detail", startsWith("The institution of your token is suspended or closed.")));
        school.getCsv("/v1/learners").statusCode(403);
        school.get("/completion-files").statusCode(403);
        Partner.school().get("/v1/completions").statusCode(200);
        Office.get("office", "/v1/completions/" + id).statusCode(200);
    }

    @Test
    void an_institution_that_is_active_again_reads_again() {
        school.completes("C", "E", "2026-05-31").statusCode(201);
        String id = school.idOf("C");
        Neighbours.describeInstitution(school.institution(), 1, "suspended");
        await().untilAsserted(() -> school.get("/v1/completions").statusCode(403));

        Neighbours.describeInstitution(school.institution(), 2, "active");

        await().untilAsserted(() -> school.get("/v1/completions/" + id).statusCode(200));
    }

    @Test
    void a_link_leads_to_the_public_address_whatever_host_a_request_names() {
        school.completes("C", "E", "2026-05-31").statusCode(201);

        given().auth()
                .oauth2(Tokens.of("partner", school.institution()))
                .header("Host", "elsewhere.example")
                .header("X-Forwarded-Host", "elsewhere.example")
                .get("/v1/completions?limit=1&reference=C")
                .then()
                .statusCode(200)
                .header(
                        "Link",
                        matchesPattern(
                                "<http://127\\.0\\.0\\.1:[0-9]+/v1/completions\\?limit=1&reference=C&cursor=.+>; rel=\"next\""));
    }

    private ValidatableResponse post(String body) {
        return school.post("/v1/completions", body);
    }
}
