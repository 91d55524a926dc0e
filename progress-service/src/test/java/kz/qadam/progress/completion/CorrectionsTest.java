package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CorrectionsTest {

    private final Partner school = Partner.school();
    private final UUID learner = UUID.randomUUID();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void a_corrected_day_moves_the_trained_day() {
        school.hasAccepted("C", "E", learner);
        int version = version("C");

        school.corrects("C", "\"completedOn\":\"2026-02-28\"")
                .statusCode(200)
                .body("completedOn", equalTo("2026-02-28"))
                .body("version", equalTo(version + 1));

        await().untilAsserted(() -> assertThat(Published.members(learner + "/pupils", "trainedOn"))
                .containsExactly("2026-03-01", "2026-02-28"));
        await().untilAsserted(() ->
                assertThat(Published.types(school.idOf("C"))).endsWith("kz.qadam.completion.corrected.v1"));
    }

    @Test
    void what_is_left_out_null_or_empty_stays_as_it_is() {
        school.completes("C", "E", "2026-03-01").statusCode(201);

        school.corrects("C", "\"completedOn\":null,\"score\":0.5").statusCode(200);
        school.csv("/v1/corrections/batch", "completion,completedOn,score,certificate,reason\nC,,,A-1,a number came\n")
                .statusCode(207)
                .body("results.status", contains("pending"))
                .body("results[0].version", equalTo(3));

        history("C")
                .body("states[2].stated.completedOn", equalTo("2026-03-01"))
                .body("states[2].stated.score", equalTo(0.5f))
                .body("states[2].stated.certificate", equalTo("A-1"));
    }

    @Test
    void where_nothing_changes_there_is_no_new_version_whatever_version_it_was_written_for() {
        school.completes("C", "E", "2026-03-01").statusCode(201);
        school.corrects("C", "\"score\":0.5,\"version\":1").statusCode(200).body("version", equalTo(2));

        school.corrects("C", "\"score\":0.50,\"version\":1").statusCode(200).body("version", equalTo(2));
    }

    @Test
    void a_correction_of_a_version_that_is_not_current_changes_nothing() {
        school.completes("C", "E", "2026-03-01").statusCode(201);
        school.corrects("C", "\"score\":0.5").statusCode(200);

        school.corrects("C", "\"score\":0.6,\"version\":1")
                .statusCode(409)
                .body("type", equalTo("http://127.0.0.1:8082/problems/version-conflict"))
                .body("errors.pointer", contains("/version"))
                .body("errors.code", contains("not-current"));

        school.get("/v1/completions?reference=C").body("items[0].version", equalTo(2));
    }

    @Test
    void a_completion_of_another_institution_is_not_corrected() {
        String id = school.completes("C", "E", "2026-03-01").extract().path("id");

        Partner.school().corrects(id, "\"score\":0.5").statusCode(404);
    }

    @Test
    void a_revoked_completion_is_not_corrected() {
        school.completes("C", "E", "2026-03-01").statusCode(201);
        school.revokes("C").statusCode(200);

        school.corrects("C", "\"score\":0.5").statusCode(422).body("errors.code", contains("revoked"));
    }

    @Test
    void an_unknown_completion_is_not_corrected() {
        school.corrects("none", "\"score\":0.5").statusCode(404);
    }

    @Test
    void a_reference_that_is_the_id_of_a_completion_elsewhere_means_the_own_completion() {
        String id = school.completes("C", "E", "2026-03-01").extract().path("id");
        Partner namesake = Partner.school();
        namesake.completes(id, "E", "2026-04-01").statusCode(201);

        namesake.corrects(id, "\"score\":0.5").statusCode(200).body("completedOn", equalTo("2026-04-01"));
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        school.post("/v1/corrections", """
                        {"completedOn":"2126-01-01","score":2,"version":0,"extra":1}
                        """)
                .statusCode(400)
                .body(
                        "errors.pointer.sort()",
                        contains("/completedOn", "/completion", "/extra", "/reason", "/score", "/version"));
    }

    @Test
    void a_refused_completion_whose_day_is_corrected_is_accepted_and_refused_again_when_it_is_corrected_back() {
        school.hasAccepted("first", "E", learner);
        school.completes("C", "E", "2026-01-01").statusCode(201).body("status", equalTo("refused"));

        school.corrects("C", "\"completedOn\":\"2026-04-01\"").body("status", equalTo("accepted"));
        school.corrects("C", "\"completedOn\":\"2026-01-01\"").body("status", equalTo("refused"));

        await().untilAsserted(() -> assertThat(Published.types(school.idOf("C")))
                .containsExactly(
                        "kz.qadam.completion.refused.v1",
                        "kz.qadam.completion.corrected.v1",
                        "kz.qadam.completion.refused.v1"));
    }

    private void correctTheDayTwice() {
        school.completes("C", "E", "2026-03-01").statusCode(201);
        school.corrects("C", "\"completedOn\":\"2026-03-02\"").statusCode(200);
        school.corrects("C", "\"completedOn\":\"2026-03-03\"").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01", "2026-03-02"})
    void what_was_ever_stated_may_be_sent_again_and_changes_nothing_back(String on) {
        correctTheDayTwice();

        school.completes("C", "E", on)
                .statusCode(200)
                .body("completedOn", equalTo("2026-03-03"))
                .body("version", equalTo(3));
    }

    @Test
    void what_was_never_stated_is_a_conflict() {
        correctTheDayTwice();

        school.completes("C", "E", "2026-03-04").statusCode(409).body("errors.pointer", contains("/completedOn"));
    }

    @Test
    void what_was_stated_under_the_former_enrolment_is_the_same_by_its_id_too() {
        school.hasAccepted("C", "E-1", learner);
        String id = school.get("/v1/completions?reference=C").extract().path("items[0].enrolmentId");
        school.corrects("C", "\"enrolment\":\"E-2\"").statusCode(200);

        school.completes("C", id, "2026-03-01").statusCode(200).body("status", equalTo("pending"));
    }

    @Test
    void to_call_the_same_enrolment_by_its_id_changes_nothing() {
        school.hasAccepted("C", "E-1", learner);
        String id = school.get("/v1/completions?reference=C").extract().path("items[0].enrolmentId");
        int before = version("C");

        school.corrects("C", "\"enrolment\":\"" + id + "\"").statusCode(200).body("version", equalTo(before));
    }

    @Test
    void several_corrections_of_one_completion_in_a_batch_each_see_what_those_before_did() {
        school.hasAccepted("C", "E-1", learner);
        int version = version("C");

        school.post(
                        "/v1/corrections/batch",
                        "[" + school.correction("C", "\"completedOn\":\"2026-03-05\",\"version\":" + version) + ","
                                + school.correction("C", "\"enrolment\":\"none\"") + ","
                                + school.correction("C", "\"score\":0.9,\"version\":" + version) + ","
                                + school.correction("C", "\"enrolment\":\"E-1\"") + "]")
                .statusCode(207)
                .body("results.status", contains("accepted", "pending", "rejected", "accepted"));

        history("C")
                .body("states.size()", equalTo(version + 3))
                .body("states[-1].stated.completedOn", equalTo("2026-03-05"));
        await().untilAsserted(() -> assertThat(Published.members(learner + "/pupils", "trainedOn"))
                .containsExactly("2026-03-01", "2026-03-05"));
    }

    @Test
    void fifty_equal_corrections_at_once_make_one_new_version() {
        school.completes("C", "E", "2026-03-01").statusCode(201);

        List<Integer> answers = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> school.corrects("C", "\"score\":0.5,\"version\":1")
                        .extract()
                        .statusCode())
                .toList();

        assertThat(answers).containsOnly(200);
        school.get("/v1/completions?reference=C").body("items[0].version", equalTo(2));
    }

    @Test
    void corrections_and_a_revocation_at_once_leave_it_revoked() {
        school.hasAccepted("C", "E", learner);

        Set<Integer> answers = new TreeSet<>(IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> (i == 10
                                ? school.revokes("C")
                                : school.corrects("C", "\"completedOn\":\"2026-03-%02d\"".formatted(i + 2)))
                        .extract()
                        .statusCode())
                .toList());

        assertThat(answers).isSubsetOf(200, 422);
        assertThat(school.statusOf("C")).isEqualTo("revoked");
        await().untilAsserted(() ->
                assertThat(Published.types(learner + "/pupils")).endsWith("kz.qadam.learner.no-longer-trained.v1"));
    }

    @Test
    void the_office_corrects_for_an_institution_that_it_names() {
        school.completes("C", "E", "2026-03-01").statusCode(201);

        Office.post("office", "/v1/corrections", """
                        {"institution":"%s","completion":"C","score":1,"reason":"by letter"}
                        """.formatted(school.institution()))
                .statusCode(200);

        history("C")
                .body("states.by.role", contains("partner", "office"))
                .body("states[0].by.institution", equalTo(school.institution()))
                .body("states[1].by.institution", nullValue())
                .body("states.reason", contains(nullValue(), equalTo("by letter")));
    }

    private int version(String reference) {
        return school.get("/v1/completions?reference=" + reference).extract().path("items[0].version");
    }

    private ValidatableResponse history(String reference) {
        return school.get("/v1/completions/" + school.idOf(reference) + "/history")
                .statusCode(200);
    }
}
