package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sends a number for the first time learns nothing of whether others know the person. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class NoOracleTest {

    /** What differs between two equal requests: an id, how far it can be compressed, and what is left of a quota. */
    private static final Set<String> VARYING = Set.of("traceparent", "content-length", "ratelimit");

    private final String known = People.iin();
    private final String unknown = People.iin();
    private String course;
    private String school;

    @BeforeEach
    void let_another_institution_know_somebody() {
        course = course();
        enrolled(school(), enrolment("E-1", course, known));
        school = school();
    }

    private Response post(String path, String body) {
        return partner(school).body(body).post("/v1/enrolments" + path);
    }

    /** All that the answer says, but for what varies and for what was sent. */
    private static Map<String, String> said(Response answer) {
        Map<String, String> said = new TreeMap<>(answer.getHeaders().asList().stream()
                .filter(header -> !VARYING.contains(header.getName().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toMap(Header::getName, header -> masked(header.getValue()), (a, b) -> a + b)));
        said.put("status", String.valueOf(answer.statusCode()));
        said.put("body", masked(answer.asString()));
        return said;
    }

    private static String masked(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "<id>").replaceAll("E-[0-9]", "<reference>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?dryRun=true"})
    void one_enrolment_is_answered_alike(String query) {
        var ofKnown = post(query, enrolment("E-1", course, known));
        var ofUnknown = post(query, enrolment("E-2", course, unknown));

        assertThat(said(ofKnown)).isEqualTo(said(ofUnknown));
        assertThat(ofKnown.statusCode()).isIn(200, 201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?dryRun=true", "?atomic=true"})
    void a_batch_is_answered_alike(String query) {
        var ofKnown = post("/batch" + query, "[" + enrolment("E-1", course, known) + "]");
        var ofUnknown = post("/batch" + query, "[" + enrolment("E-2", course, unknown) + "]");

        assertThat(said(ofKnown)).isEqualTo(said(ofUnknown));
        assertThat(ofKnown.statusCode()).isEqualTo(207);
    }

    @Test
    void a_dry_run_shows_no_learner_that_could_be_compared() {
        assertThat(post("?dryRun=true", enrolment("E-1", course, known)).asString())
                .doesNotContain("learnerId");
    }

    @Test
    void a_dry_run_of_a_batch_shows_no_learner_that_could_be_compared() {
        assertThat(post("/batch?dryRun=true", "[" + enrolment("E-1", course, known) + "]")
                        .asString())
                .doesNotContain("learnerId");
    }

    @Test
    void an_atomic_batch_that_is_not_kept_shows_no_learner_that_could_be_compared() {
        String batch = "[" + enrolment("E-1", course, known) + "," + enrolment("E-2", "none", unknown) + "]";

        assertThat(post("/batch?atomic=true", batch).asString()).doesNotContain("learnerId");
    }

    @Test
    void a_reference_that_is_taken_conflicts_alike() {
        post("", enrolment("E-1", course, People.iin())).then().statusCode(201);

        var ofKnown = post("", enrolment("E-1", course, known));
        var ofUnknown = post("", enrolment("E-1", course, unknown));

        assertThat(said(ofKnown)).isEqualTo(said(ofUnknown));
        assertThat(ofKnown.statusCode()).isEqualTo(409);
    }
}
