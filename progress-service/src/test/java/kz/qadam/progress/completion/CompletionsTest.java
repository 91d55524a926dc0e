package kz.qadam.progress.completion;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.http.ContentType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CompletionsTest {

    private static final String SCHOOL = "school-42";
    private final UUID learner = UUID.randomUUID();
    private final String run = learner.toString().substring(0, 8);

    @BeforeAll
    static void catalogue() {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
        Neighbours.describeCohort("pupils", 1, "2000-01-01", "{}");
        Neighbours.describeCourse("AI-101", 1, 36);
    }

    @Test
    void a_completion_whose_enrolment_comes_later_counts_by_itself_when_it_comes() {
        post(completion("C", "E", "2026-05-31")).statusCode(201).body("status", equalTo("pending"));

        Neighbours.enrol(SCHOOL, "E-" + run, learner, "pupils", "AI-101");

        awaitStatus("C", "accepted");
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
        enrolled();

        post(completion("C", "E", "2026-05-31"))
                .statusCode(201)
                .header("Location", startsWith("/v1/completions/"))
                .body("status", equalTo("accepted"))
                .body("counts", equalTo(true))
                .body("learnerId", equalTo(learner.toString()))
                .body("cohort", equalTo("pupils"));
    }

    @Test
    void a_completion_is_told_before_the_training_that_it_brings_about() {
        enrolled();

        post(completion("C", "E", "2026-05-31")).statusCode(201);

        await().untilAsserted(() -> assertThat(Published.all())
                .filteredOn(event -> event.key().equals(learner.toString()))
                .extracting(Published.Event::type)
                .containsExactly("kz.qadam.completion.recorded.v1", "kz.qadam.learner.trained.v1"));
    }

    @Test
    void a_completion_dated_before_its_enrolment_is_kept_as_refused_and_says_why() {
        enrolled();

        post(completion("C", "E", "2026-01-09"))
                .statusCode(201)
                .body("status", equalTo("refused"))
                .body("because", equalTo("before-enrolment"));
    }

    @Test
    void the_same_again_changes_nothing() {
        post(completion("C", "E", "2026-05-31")).statusCode(201);

        post(completion("C", "E", "2026-05-31")).statusCode(200).body("version", equalTo(1));
    }

    @Test
    void other_content_under_one_reference_is_a_conflict_that_names_the_members() {
        post(completion("C", "E", "2026-05-31")).statusCode(201);

        post(completion("C", "E", "2026-05-30"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("http://127.0.0.1:8082/problems/reference-conflict"))
                .body("errors.pointer", contains("/completedOn"));
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        post("""
                {"reference":"","completedOn":"2026-02-30","score":"1","extra":true}
                """)
                .statusCode(400)
                .body("errors.pointer", hasItem("/reference"))
                .body("errors.pointer", hasItem("/enrolment"))
                .body("errors.pointer", hasItem("/completedOn"))
                .body("errors.pointer", hasItem("/score"))
                .body("errors.pointer", hasItem("/extra"));
    }

    @Test
    void a_day_after_today_is_rejected_and_the_reference_stays_free() {
        post(completion("C", "E", "2126-05-31")).statusCode(422).body("errors.code", contains("in-the-future"));

        post(completion("C", "E", "2026-05-31")).statusCode(201);
    }

    @Test
    void an_identification_number_in_a_text_is_rejected_and_not_repeated() {
        String body = post("""
                {"reference":"991231100010","enrolment":"E","completedOn":"2026-05-31"}
                """)
                .statusCode(422)
                .body("errors.code", contains("looks-like-iin"))
                .extract()
                .asString();

        assertThat(body).doesNotContain("991231100010");
    }

    @Test
    void fifty_equal_posts_at_once_make_one_completion() {
        List<Integer> answers = IntStream.range(0, 50)
                .parallel()
                .mapToObj(
                        i -> post(completion("C", "E", "2026-05-31")).extract().statusCode())
                .toList();

        assertThat(answers).containsOnly(200, 201).containsOnlyOnce(201);
    }

    @Test
    void a_batch_answers_for_every_row_in_its_order() {
        enrolled();
        post(completion("C-1", "E", "2026-05-31")).statusCode(201);

        csv("reference;enrolment;completedOn;_note\r\n"
                        + "C-1-%1$s;E-%1$s;31.05.2026;same\r\n".formatted(run)
                        + "C-2-%1$s;E-%1$s;2026-06-01;\r\n".formatted(run)
                        + "C-3-%1$s;none;2026-06-01;\r\n".formatted(run)
                        + "C-2-%1$s;E-%1$s;2026-06-02;\r\n".formatted(run)
                        + "C-5-%1$s;E-%1$s;31/05/2026;\r\n".formatted(run))
                .statusCode(207)
                .body("received", equalTo(5))
                .body("results.status", contains("duplicate", "accepted", "pending", "conflict", "rejected"))
                .body("results.line", contains(2, 3, 4, 5, 6))
                .body("results[4].problem.errors[0].column", equalTo("completedOn"));
    }

    @Test
    void an_atomic_batch_with_one_bad_row_keeps_nothing() {
        given().config(config().encoderConfig(encoderConfig().encodeContentTypeAs("application/x-ndjson", TEXT)))
                .auth()
                .oauth2(Tokens.of("partner", SCHOOL))
                .contentType("application/x-ndjson;charset=utf-8")
                .body(completion("C-1", "E", "2026-05-31").strip() + "\n{}\n")
                .post("/v1/completions/batch?atomic=true")
                .then()
                .statusCode(207)
                .body("results.status", contains("not-kept", "rejected"))
                .body("notKept", equalTo(1));

        find("C-1").body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"completedOn\":\"0000-01-01\"",
                "\"completedOn\":\"+12026-01-01\"",
                "\"completedOn\":\"2026-05-31\",\"score\":1e400",
                "\"completedOn\":\"2026-05-31\",\"score\":1e-999999999",
                "\"completedOn\":\"2026-05-31\",\"certificate\":\"\\ud800\"",
                "\"completedOn\":\"2026-05-31\",\"certificate\":\"\\u0000\""
            })
    void an_odd_value_hurts_its_own_row_alone(String odd) {
        given().auth()
                .oauth2(Tokens.of("partner", SCHOOL))
                .contentType("application/json")
                .body("[{\"reference\":\"odd\",\"enrolment\":\"E\"," + odd + "}," + completion("C", "E", "2026-05-31")
                        + "]")
                .post("/v1/completions/batch?dryRun=true")
                .then()
                .statusCode(207)
                .body("results.status", contains("rejected", "pending"));
    }

    @Test
    void a_zero_character_in_an_address_is_refused_with_words() {
        given().auth()
                .oauth2(Tokens.of("partner", SCHOOL))
                .urlEncodingEnabled(false)
                .get("/v1/completions?reference=%00")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void another_encoding_is_refused_with_words_that_help() {
        given().auth()
                .oauth2(Tokens.of("partner", SCHOOL))
                .contentType("application/json")
                .body("[{\"reference\":\"a\"}]".getBytes(StandardCharsets.UTF_16LE))
                .post("/v1/completions/batch")
                .then()
                .statusCode(415)
                .body("detail", startsWith("The text is not UTF-8"));
    }

    @Test
    void a_partner_neither_acts_for_another_institution_nor_sees_its_completions() {
        String id = post(completion("C", "E", "2026-05-31")).extract().path("id");

        given().auth()
                .oauth2(Tokens.of("partner", "school-43"))
                .get("/v1/completions/" + id)
                .then()
                .statusCode(404);
        post("""
                {"reference":"X","institution":"school-43","enrolment":"E","completedOn":"2026-05-31"}
                """).statusCode(403);
    }

    @Test
    void the_last_cursor_yields_what_has_changed_since() {
        post(completion("C", "E", "2026-05-31")).statusCode(201);
        String cursor = lastCursor();
        Neighbours.enrol(SCHOOL, "E-" + run, learner, "pupils", "AI-101");

        await().untilAsserted(() -> given().auth()
                .oauth2(Tokens.of("partner", SCHOOL))
                .get("/v1/completions?cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.find { it.reference == 'C-%s' }.status".formatted(run), equalTo("accepted")));
    }

    @Test
    void a_suspended_institution_may_not_report() {
        Neighbours.describeInstitution("school-suspended", 1, "suspended");

        await().untilAsserted(() -> given().auth()
                .oauth2(Tokens.of("partner", "school-suspended"))
                .contentType("application/json")
                .body(completion("C", "E", "2026-05-31"))
                .post("/v1/completions")
                .then()
                .statusCode(422)
                .body("errors.code", contains("institution-not-active")));
    }

    private void enrolled() {
        Neighbours.enrol(SCHOOL, "E-" + run, learner, "pupils", "AI-101");
        await().untilAsserted(() -> csvDryRun(run).body("results[0].status", equalTo("accepted")));
    }

    private ValidatableResponse csvDryRun(String suffix) {
        return given().auth()
                .oauth2(Tokens.of("partner", SCHOOL))
                .contentType("text/csv")
                .body("reference,enrolment,completedOn\nprobe-%1$s,E-%1$s,2026-05-31\n".formatted(suffix))
                .post("/v1/completions/batch?dryRun=true")
                .then();
    }

    private ValidatableResponse csv(String body) {
        return given().auth()
                .oauth2(Tokens.of("partner", SCHOOL))
                .contentType("text/csv")
                .body(body)
                .post("/v1/completions/batch")
                .then();
    }

    private String completion(String reference, String enrolment, String on) {
        return """
                {"reference":"%s-%s","enrolment":"%s-%s","completedOn":"%s"}
                """.formatted(reference, run, enrolment, run, on);
    }

    private static ValidatableResponse post(String body) {
        return given().auth()
                .oauth2(Tokens.of("partner", SCHOOL))
                .contentType("application/json")
                .body(body)
                .post("/v1/completions")
                .then();
    }

    private ValidatableResponse find(String reference) {
        return given().auth()
                .oauth2(Tokens.of("partner", SCHOOL))
                .get("/v1/completions?reference=" + reference + "-" + run)
                .then();
    }

    private void awaitStatus(String reference, String status) {
        await().untilAsserted(() -> find(reference).body("items[0].status", equalTo(status)));
    }

    private static String lastCursor() {
        String cursor = null;
        int items;
        do {
            var page = given().auth()
                    .oauth2(Tokens.of("partner", SCHOOL))
                    .queryParam("limit", 1000)
                    .queryParams(cursor == null ? java.util.Map.of() : java.util.Map.of("cursor", cursor))
                    .get("/v1/completions")
                    .then()
                    .statusCode(200)
                    .extract();
            cursor = page.path("cursor");
            items = page.<List<?>>path("items").size();
        } while (items == 1000);
        return cursor;
    }
}
