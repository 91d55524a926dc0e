package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.lang.reflect.RecordComponent;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.testing.Contracts;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each detail that is declared comes with the completion, wherever the completion goes. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CompletionDetailsTest {

    private final Partner school = Partner.school();
    private final UUID learner = UUID.randomUUID();

    /** A detail, and its example. */
    record Detail(String name, String example, boolean isNumber) {

        static Stream<Detail> of(Class<? extends Record> declaring) {
            return Stream.of(declaring.getRecordComponents())
                    .filter(one -> !one.getType().isRecord())
                    .map(one -> new Detail(one.getName(), example(one), Number.class.isAssignableFrom(one.getType())));
        }

        private static String example(RecordComponent component) {
            return component.getAccessor().getAnnotation(Schema.class).examples()[0];
        }

        String value() {
            return isNumber ? example : "\"" + example + "\"";
        }

        String member() {
            return "\"%s\":%s".formatted(name, value());
        }
    }

    static Stream<Detail> published() {
        return Detail.of(CompletionDetails.Published.class);
    }

    static Stream<Detail> all() {
        return Stream.concat(Detail.of(CompletionDetails.class), published());
    }

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    private ValidatableResponse completes(String members) {
        return school.post("/v1/completions", """
                {"reference":"C","enrolment":"E","completedOn":"2026-03-01"%s}
                """.formatted(members));
    }

    private String history() {
        return "/v1/completions/" + school.idOf("C") + "/history";
    }

    private static String stated(Detail one, int state) {
        return "states[%d].stated.%s.toString()".formatted(state, one.name());
    }

    @Test
    void the_contract_of_events_names_the_details_that_are_published() {
        assertThat(Contracts.optionalMembers("progress-service", "completion").keySet())
                .isEqualTo(published().map(Detail::name).collect(Collectors.toSet()));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("published")
    void what_is_published_is_answered_and_in_every_event(Detail one) {
        school.hasEnrolled("E", learner);

        completes("," + one.member()).statusCode(201).body(one.name() + ".toString()", equalTo(one.example()));
        school.corrects("C", "\"completedOn\":\"2026-03-02\"").statusCode(200);
        school.revokes("C").statusCode(200);

        String id = school.idOf("C");
        school.get("/v1/completions/" + id).body(one.name() + ".toString()", equalTo(one.example()));
        await().untilAsserted(() -> assertThat(Published.inOrder(id)).hasSize(3));
        assertThat(Published.inOrder(id))
                .allSatisfy(event ->
                        assertThat(event.data().path(one.name()).asText()).isEqualTo(one.example()))
                .allSatisfy(event ->
                        assertThat(Contracts.faults(event.type(), event.json())).isEmpty());
    }

    @Test
    void what_is_not_published_is_in_no_event_and_no_answer_but_the_history() {
        school.hasEnrolled("E", learner);

        completes(",\"score\":0.87,\"certificate\":\"QZ-77\"").statusCode(201);

        String id = school.idOf("C");
        assertThat(school.get("/v1/completions/" + id).extract().asString()).doesNotContain("QZ-77", "0.87");
        await().untilAsserted(() -> assertThat(Published.about(id)).hasSize(1));
        assertThat(Published.about(id))
                .allSatisfy(event -> assertThat(event.json()).doesNotContain("QZ-77", "0.87"));
        school.get(history()).body("states[0].stated.certificate", equalTo("QZ-77"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void a_correction_gives_it_and_the_next_one_leaves_it(Detail one) {
        school.hasEnrolled("E", learner);
        completes("").statusCode(201);

        school.corrects("C", one.member()).statusCode(200).body("version", equalTo(2));
        school.corrects("C", "\"%s\":null,\"completedOn\":\"2026-03-02\"".formatted(one.name()))
                .statusCode(200)
                .body("version", equalTo(3));

        school.get(history())
                .body("states[0].stated.containsKey('%s')".formatted(one.name()), equalTo(false))
                .body(stated(one, 1), equalTo(one.example()))
                .body(stated(one, 2), equalTo(one.example()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void the_same_again_is_no_correction(Detail one) {
        school.hasEnrolled("E", learner);
        completes("," + one.member()).statusCode(201);

        completes("," + one.member()).statusCode(200);
        school.corrects("C", one.member()).statusCode(200).body("version", equalTo(1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void another_value_under_the_same_reference_is_a_conflict(Detail one) {
        completes("").statusCode(201);

        completes("," + one.member()).statusCode(409).body("errors.pointer", contains("/" + one.name()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void tables_have_a_column_of_it(Detail one) {
        school.get("/v1/completions/template.csv").statusCode(200).body(containsString(one.name()));

        school.csv(
                        "/v1/completions/batch",
                        "reference;enrolment;completedOn;%s\nC;E;01.03.2026;%s\nD;E;01.03.2026;\n"
                                .formatted(one.name(), one.example()))
                .statusCode(207);
        school.csv(
                        "/v1/corrections/batch",
                        "completion;%s;reason\nD;%s;it was not said\n".formatted(one.name(), one.example()))
                .statusCode(207);

        school.get(history()).body(stated(one, 0), equalTo(one.example()));
        school.get("/v1/completions/" + school.idOf("D") + "/history").body(stated(one, 1), equalTo(one.example()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void the_person_gets_to_know_it(Detail one) {
        school.hasEnrolled("E", learner);
        completes("," + one.member()).statusCode(201);

        Office.get("office", "/v1/learners/" + learner + "/records")
                .body("completions[0]." + stated(one, 0), equalTo(one.example()));
    }
}
