package kz.qadam.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.openapi.ApiDocument;
import kz.qadam.openapi.ApiOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastReadTest {

    private static final List<ApiOperation> OPERATIONS = ApiDocument.operations("""
            {"paths": {
              "/v1/evidence": {"get": {"parameters": [
                {"name": "cohort", "in": "query"}, {"name": "region", "in": "query"},
                {"name": "asOf", "in": "query"}, {"name": "on", "in": "query"}]}},
              "/v1/hints": {"get": {"parameters": [
                {"name": "kinds", "in": "query"}, {"name": "sameSecond", "in": "query"},
                {"name": "asOf", "in": "query"}]}},
              "/v1/enrolments": {"get": {"parameters": [
                {"name": "institution", "in": "query"}, {"name": "cursor", "in": "query"}]}},
              "/v1/enrolments/{id}": {"get": {}},
              "/v1/enrolments/{id}/history": {"get": {}},
              "/v1/completions/{id}/history": {"get": {}}}}\
            """);

    private static ObjectNode entry(String path, String asked) {
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("at", "2026-11-27T10:00:00Z")
                .put("kind", "read")
                .put("action", "GET " + path)
                .put("asked", asked);
        entry.putObject("actor").put("name", "person-1").put("institution", "school-42");
        return entry;
    }

    private static RepeatedRead recomputation(ObjectNode entry) {
        return PastRead.of(entry).recomputation(OPERATIONS);
    }

    @Test
    void evidence_is_asked_again_as_of_then() {
        ObjectNode entry = entry("/v1/evidence", "/v1/evidence?cohort=pupils&region=KZ-75")
                .put("asOf", "2026-11-27T09:59:58Z")
                .put("on", "2026-11-26");

        assertThat(recomputation(entry))
                .extracting(RepeatedRead::address, RepeatedRead::certainty)
                .containsExactly(
                        "/v1/evidence?cohort=pupils&region=KZ-75&asOf=2026-11-27T09%3A59%3A58Z&on=2026-11-26",
                        "as known then");
    }

    @Test
    void what_a_page_has_read_is_asked_again_of_the_endpoint_that_its_entry_names() {
        ObjectNode records = entry("/evidence-page", "/v1/evidence?cohort=pupils&limit=50")
                .put("asOf", "2026-11-27T09:59:58Z")
                .put("on", "2026-11-26");
        ObjectNode single = entry("/evidence-page/enrolments/{id}", "/v1/enrolments/17");

        assertThat(recomputation(records))
                .extracting(RepeatedRead::address, RepeatedRead::certainty)
                .containsExactly(
                        "/v1/evidence?cohort=pupils&limit=50&asOf=2026-11-27T09%3A59%3A58Z&on=2026-11-26",
                        "as known then");
        assertThat(recomputation(single).address()).isEqualTo("/v1/enrolments/17");
    }

    @Test
    void hints_are_as_known_then_if_their_thresholds_were_kept() {
        ObjectNode entry =
                entry("/v1/hints", "/v1/hints?kinds=same-second&sameSecond=100").put("asOf", "2026-11-27T09:59:58Z");

        assertThat(recomputation(entry).certainty()).isEqualTo("as known then");
        assertThat(recomputation(entry).doubt()).isEmpty();
    }

    @Test
    void hints_may_have_been_others_if_their_thresholds_were_not_kept() {
        ObjectNode entry = entry("/v1/hints", "/v1/hints?month=2026-05").put("asOf", "2026-11-27T09:59:58Z");

        assertThat(recomputation(entry).certainty()).isEqualTo("may have been shown");
        assertThat(recomputation(entry).doubt()).isPresent();
    }

    @Test
    void a_partners_list_is_asked_again_for_its_institution_as_of_now() {
        ObjectNode entry = entry("/v1/enrolments", "/v1/enrolments?cursor=abc");

        assertThat(recomputation(entry))
                .extracting(RepeatedRead::address, RepeatedRead::certainty)
                .containsExactly("/v1/enrolments?cursor=abc&institution=school-42", "as known now");
    }

    @Test
    void a_single_record_is_asked_again_by_its_id() {
        assertThat(recomputation(entry("/v1/enrolments/{id}", "/v1/enrolments/17"))
                        .address())
                .isEqualTo("/v1/enrolments/17");
    }

    @ParameterizedTest
    @CsvSource({
        "records, , /v1/completions",
        "enrolment-records, , /v1/enrolments",
        "enrolment-records, /withdrawal, /v1/enrolments"
    })
    void what_a_page_about_one_record_showed_is_asked_as_its_history(String page, String further, String asked) {
        String id = "0199a1c2-7a00-7c3e-8d11-5b8f6a7c1e01";
        String path = "/" + page + "/" + id + (further == null ? "" : further);

        assertThat(recomputation(entry("/" + page + "/{id: [0-9a-f-]{36}}", path + "?lang=kk"))
                        .address())
                .startsWith(asked + "/" + id + "/history");
    }

    @Test
    void a_question_with_a_value_that_was_not_kept_cannot_be_asked_again() {
        assertThat(recomputation(entry("/v1/enrolments", "/v1/enrolments?reference="))
                        .obstacle())
                .isEqualTo("a value that may be personal was not kept");
    }

    @Test
    void requests_of_which_only_the_number_was_kept_cannot_be_asked_again() {
        ObjectNode entry = entry("without a place", null).put("outcome", "counted");

        assertThat(PastRead.of(entry).isOfRecords()).isTrue();
        assertThat(recomputation(entry).obstacle())
                .isEqualTo("only the number of requests was kept, and not whose they were");
    }

    @Test
    void a_path_with_a_value_that_was_not_kept_cannot_be_asked_again() {
        assertThat(recomputation(entry("/v1/enrolments/{id}", "/v1/enrolments/{}"))
                        .obstacle())
                .isEqualTo("a value that may be personal was not kept");
    }

    @ParameterizedTest
    @CsvSource({
        "POST /v1/person-records, l-1",
        "POST /person-records, l-1",
        "POST /persons, l-1",
        "GET /person-records/{learnerId}/file, l-1",
        "GET /persons/{learnerId: [0-9a-fA-F-]{36}}, l-1",
        "GET /v1/learners/{learnerId}/records, l-1",
        "GET /learner-records/{learnerId}, l-1",
        "GET /learner-readings/{learnerId}, l-1",
        "GET /v1/enrolments/{id},"
    })
    void an_entry_about_a_learner_names_the_learner(String action, String learner) {
        PastRead read = PastRead.of(
                entry("/v1/things", "/v1/things").put("action", action).put("subject", "l-1"));

        assertThat(read.learner()).isEqualTo(Optional.ofNullable(learner));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/person-records", "/person-records", "/persons"})
    void a_search_for_a_person_of_whom_nothing_is_held_shows_no_records(String path) {
        PastRead search =
                PastRead.of(entry(path, path).put("action", "POST " + path).putNull("subject"));

        assertThat(search.isOfRecords()).isFalse();
    }

    @Test
    void a_question_that_the_service_no_longer_knows_cannot_be_asked_again() {
        assertThat(recomputation(entry("/v1/former", "/v1/former")).obstacle())
                .isEqualTo("the service has no such question");
    }

    @ParameterizedTest
    @CsvSource({"read, true", "export, true", "figures, false", "write, false", "denial, false"})
    void records_of_people_are_shown_by_reads_and_exports(String kind, boolean isOfRecords) {
        PastRead read = PastRead.of(entry("/v1/enrolments", "/v1/enrolments").put("kind", kind));

        assertThat(read.isOfRecords()).isEqualTo(isOfRecords);
    }

    @Test
    void learners_are_found_wherever_they_are_within_the_bounds_of_the_reader() throws JsonProcessingException {
        var answer = new ObjectMapper().readTree("""
                {"items": [{"learnerId": "l-1", "institution": "school-42"},
                           {"learnerId": "l-2", "institution": "school-43"},
                           {"states": [{"learnerId": "l-3"}]}, {"learnerId": null}]}\
                """);

        assertThat(LearnersInAnswer.of(answer, Map.of("institution", "school-42")))
                .containsExactly("l-1", "l-3");
    }

    @Test
    void the_learners_behind_a_hint_are_found() throws JsonProcessingException {
        var answer = new ObjectMapper().readTree("""
                {"hints": [{"kind": "month-end", "completionIds": ["c-1", "c-2"], "learnerIds": ["l-1", "l-2"]},
                           {"kind": "many-institutions", "learnerId": "l-3", "completionIds": ["c-3"]}]}\
                """);

        assertThat(LearnersInAnswer.of(answer, Map.of())).containsExactly("l-1", "l-2", "l-3");
    }
}
