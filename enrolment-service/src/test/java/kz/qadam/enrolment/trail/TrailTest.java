package kz.qadam.enrolment.trail;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.post;
import static kz.qadam.enrolment.Caller.put;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import kz.qadam.enrolment.Caller;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who did what, as auditors see it. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TrailTest {

    private static final String PATH = "/v1/enrolment-trail";

    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    @Test
    void a_post_is_on_record_with_who_sent_it_and_what_it_made() {
        String id = enrolled(school, enrolment("R-1", course, People.iin()));

        assertThat(entries("subject", id))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("kind", "write")
                        .containsEntry("action", "POST /v1/enrolments")
                        .containsEntry("outcome", "done")
                        .containsEntry("items", 1)
                        .extractingByKey("actor")
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .containsEntry("institution", school)
                        .containsEntry("roles", "partner"));
    }

    @Test
    void a_post_that_is_rejected_leaves_no_entry() {
        post(school, "enrolments", enrolment("R-1", "no-course", People.iin())).statusCode(422);
        String id = enrolled(school, enrolment("R-1", course, People.iin()));

        assertThat(entries("institution", school)).extracting("subject").containsExactly(id);
    }

    @Test
    void a_batch_has_one_entry_that_counts_what_was_kept() {
        String items = "[%s, %s, %s]"
                .formatted(
                        enrolment("R-1", course, People.iin()),
                        enrolment("R-2", course, People.iin()),
                        enrolment("R-3", "no-course", People.iin()));

        post(school, "enrolments/batch", items).statusCode(207);

        assertThat(entries("institution", school))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("items", 2)
                        .containsEntry("subject", null)
                        .containsEntry("action", "POST /v1/enrolments/batch"));
    }

    @Test
    void what_a_caller_may_not_do_is_on_record() {
        partner(school).body("{}").put("/v1/courses/" + course).then().statusCode(403);

        await().untilAsserted(() -> assertThat(entries("institution", school, "kind", "denial"))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("action", "PUT /v1/courses/{code}")
                        .containsEntry("outcome", "forbidden")
                        .containsEntry("status", 403)
                        .containsEntry("subject", course)));
    }

    @Test
    void what_belongs_to_another_institution_is_on_record_as_a_denial() {
        String id = enrolled(school, enrolment("R-1", course, People.iin()));
        String other = school();

        partner(other).get("/v1/enrolments/" + id).then().statusCode(404);

        await().untilAsserted(() -> assertThat(entries("institution", other))
                .extracting("kind", "outcome", "subject")
                .containsExactly(tuple("denial", "not-found", id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"991231100010", "R-1"})
    void a_number_or_a_reference_that_somebody_asks_for_is_not_kept(String asked) {
        partner(school).get("/v1/enrolments/" + asked).then().statusCode(404);

        await().untilAsserted(() -> assertThat(entries("institution", school))
                .extracting("kind", "action", "subject")
                .containsExactly(tuple("denial", "GET /v1/enrolments/{id}", null)));
    }

    @Test
    void a_parameter_that_the_endpoint_does_not_have_is_not_kept() {
        partner(school).get("/v1/enrolments?learner=Aliya&limit=7").then().statusCode(200);

        await().untilAsserted(() -> assertThat(entries("institution", school, "kind", "read"))
                .extracting("asked")
                .containsExactly("/v1/enrolments?limit=7"));
    }

    @Test
    void records_that_are_read_are_on_record_without_the_texts_of_partners() {
        enrolled(school, enrolment("R-1", course, People.iin()));

        partner(school).get("/v1/enrolments?reference=R-1&limit=7").then().statusCode(200);

        await().untilAsserted(() -> assertThat(entries("institution", school, "kind", "read"))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("asked", "/v1/enrolments?reference=&limit=7")
                        .containsEntry("items", 1)));
    }

    @Test
    void a_change_of_the_catalogue_is_on_record_and_one_that_changes_nothing_says_so() {
        put("/v1/courses/" + course, "*", Caller.course(36)).statusCode(200);

        await().untilAsserted(() -> assertThat(entries("subject", course))
                .extracting("kind", "outcome")
                .containsExactly(tuple("write", "done"), tuple("write", "unchanged")));
    }

    @Test
    void the_reasons_of_a_block_and_of_an_erasure_are_on_record_as_codes() {
        String iin = People.iin();
        String learner = post(school, "enrolments", enrolment("R-1", course, iin))
                .statusCode(201)
                .extract()
                .path("learnerId");

        office().body("{\"reason\": \"disputed\"}")
                .put("/v1/learner-blocks/" + learner)
                .then()
                .statusCode(200);
        office().body("{\"learner\": {\"iin\": \"%s\"}, \"reason\": \"no-basis\"}".formatted(iin))
                .post("/v1/erasures")
                .then()
                .statusCode(202);

        assertThat(entries("subject", learner))
                .extracting("action", "reason")
                .contains(
                        tuple("PUT /v1/learner-blocks/{learnerId}", "disputed"),
                        tuple("POST /v1/erasures", "no-basis"));
    }

    @Test
    void a_key_is_on_record_when_it_is_made_and_with_the_reason_when_it_is_revoked() {
        String key = office().body("{\"institution\": \"%s\", \"label\": \"Register\"}".formatted(school))
                .post("/v1/institution-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        office().body("{\"reason\": \"The server was sold\"}")
                .post("/v1/institution-keys/" + key + "/revocation")
                .then()
                .statusCode(200);

        assertThat(entries("subject", key))
                .extracting("action", "text")
                .containsExactly(
                        tuple("POST /v1/institution-keys", null),
                        tuple("POST /v1/institution-keys/{id}/revocation", "The server was sold"));
    }

    @Test
    void requests_of_nobody_who_is_known_are_counted_in_one_entry() {
        anybody().auth().oauth2("no.such.token").get("/v1/enrolments").then().statusCode(401);

        await().untilAsserted(() -> assertThat(entries("action", "unverified", "outcome", "unauthorized"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry).containsEntry("actor", null)));
    }

    @Test
    void a_table_has_the_same_entries() {
        String id = enrolled(school, enrolment("R-1", course, People.iin()));

        auditor()
                .accept("text/csv")
                .queryParam("subject", id)
                .get(PATH)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString("POST /v1/enrolments,done"));
    }

    @Test
    void the_trail_is_on_record_too() {
        auditor().queryParam("subject", "who-looks").get(PATH).then().statusCode(200);

        await().untilAsserted(() -> assertThat(entries("action", "GET " + PATH, "kind", "read"))
                .extracting("asked")
                .contains(PATH + "?subject=who-looks"));
    }

    @Test
    void only_auditors_read_the_trail() {
        office().get(PATH).then().statusCode(403);
        partner(school).get(PATH).then().statusCode(403);
        anybody().get(PATH).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=deletion", "from=yesterday", "key=1", "limit=0", "cursor=-"})
    void what_cannot_be_asked_is_refused(String query) {
        auditor()
                .contentType(ContentType.JSON)
                .get(PATH + "?" + query)
                .then()
                .statusCode(400)
                .body("status", is(400));
    }

    /** The entries about this, each filter being a name and a value. */
    private static List<Map<String, Object>> entries(String... filters) {
        var request = auditor().queryParam("limit", 1000);
        for (int i = 0; i < filters.length; i += 2) {
            request = request.queryParam(filters[i], filters[i + 1]);
        }
        JsonPath page = request.get(PATH).then().statusCode(200).extract().jsonPath();
        return page.getList("items");
    }
}
