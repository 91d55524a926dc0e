package kz.qadam.enrolment.enrolments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.testing.Contracts;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.Published;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attribute that is declared comes with the enrolment, wherever the enrolment goes. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EnrolmentAttributesTest {

    private static final String STATE = "src/main/resources/META-INF/resources/contracts/enrolment/state.json";

    private final String iin = People.iin();
    private String school;
    private String course;

    /** An attribute, and one of its values that is stored. */
    record Attribute(String name, String value, boolean canBeUnknown) {

        String member() {
            return "\"%s\": \"%s\"".formatted(name, value);
        }
    }

    static Stream<Attribute> attributes() {
        return EnrolmentAttributes.declared().stream()
                .map(one -> new Attribute(
                        one.name(), one.values().get(0), one.values().contains("unknown")));
    }

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    private String withAttribute(Attribute attribute) {
        String body = enrolment("E-1", course, iin);
        return body.substring(0, body.length() - 1) + ", " + attribute.member() + "}";
    }

    @Test
    void the_contract_of_events_names_the_attributes_that_are_declared() throws IOException {
        JsonNode named =
                new ObjectMapper().readTree(Contracts.text(Path.of(STATE))).at("/properties/attributes/properties");

        List<String> names = new ArrayList<>();
        named.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .isEqualTo(EnrolmentAttributes.declared().stream()
                        .map(EnrolmentAttributes.Declared::name)
                        .toList());
    }

    @Test
    void an_enrolment_without_attributes_is_answered_and_published_as_ever() {
        String id = enrolled(school, enrolment("E-1", course, iin));

        attributes()
                .forEach(one -> partner(school)
                        .get("/v1/enrolments/" + id)
                        .then()
                        .body("containsKey('%s')".formatted(one.name()), equalTo(false)));
        await().untilAsserted(() -> assertThat(Published.about(id))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.data().has("attributes")).isFalse()));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("attributes")
    void it_is_answered_published_and_kept_with_its_history(Attribute one) {
        String id = enrolled(school, withAttribute(one));

        enrol(school, withAttribute(one)).statusCode(200);
        corrects(school, "E-1", "\"region\": \"KZ-71\"").statusCode(200).body(one.name(), equalTo(one.value()));
        partner(school).get("/v1/enrolments/" + id).then().body(one.name(), equalTo(one.value()));
        partner(school)
                .get("/v1/enrolments/" + id + "/history")
                .then()
                .body("states." + one.name(), contains(one.value(), one.value()));
        await().untilAsserted(() -> assertThat(Published.about(id))
                .hasSize(2)
                .allSatisfy(event -> assertThat(
                                event.data().at("/attributes/" + one.name()).asText())
                        .isEqualTo(one.value())));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("attributes")
    void a_correction_gives_it_and_makes_it_unknown_again(Attribute one) {
        String id = enrolled(school, enrolment("E-1", course, iin));

        corrects(school, "E-1", one.member()).statusCode(200).body(one.name(), equalTo(one.value()));
        if (one.canBeUnknown()) {
            corrects(school, "E-1", "\"%s\": \"unknown\"".formatted(one.name()))
                    .statusCode(200)
                    .body(one.name(), nullValue());
            await().untilAsserted(() -> assertThat(Published.about(id))
                    .hasSize(3)
                    .last()
                    .matches(event -> !event.data().has("attributes")));
        }
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("attributes")
    void another_value_under_the_same_reference_is_a_conflict(Attribute one) {
        enrolled(school, enrolment("E-1", course, iin));

        enrol(school, withAttribute(one)).statusCode(409).body("errors[0].pointer", equalTo("/" + one.name()));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("attributes")
    void a_table_has_a_column_of_it(Attribute one) {
        partner(school)
                .get("/v1/enrolments/template.csv")
                .then()
                .statusCode(200)
                .body(containsString(one.name()));

        String csv = """
                reference,course,cohort,iin,enrolledOn,%s
                E-1,%s,pupils,%s,2026-02-01,%s
                """.formatted(one.name(), course, iin, one.value());

        EnrolmentTableTest.batch(school, Batch.CSV, csv.getBytes(UTF_8)).statusCode(207);
        partner(school).get("/v1/enrolments?reference=E-1").then().body("items." + one.name(), contains(one.value()));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("attributes")
    void a_table_of_corrections_has_a_column_of_it(Attribute one) {
        enrolled(school, enrolment("E-1", course, iin));

        partner(school)
                .contentType(Batch.CSV)
                .body("enrolment,%s,reason\nE-1,%s,it was not said\n".formatted(one.name(), one.value()))
                .post("/v1/enrolment-corrections/batch")
                .then()
                .statusCode(207);

        partner(school).get("/v1/enrolments?reference=E-1").then().body("items." + one.name(), contains(one.value()));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("attributes")
    void a_value_that_is_not_declared_is_refused(Attribute one) {
        enrol(school, withAttribute(new Attribute(one.name(), "no-such-value", false)))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/" + one.name()));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("attributes")
    void the_person_gets_to_know_it(Attribute one) {
        enrolled(school, withAttribute(one));

        office().body("{\"person\": {\"iin\": \"%s\"}, \"requestedBy\": \"self\"}".formatted(iin))
                .post("/v1/person-records")
                .then()
                .body("enrolments[0].enrolment." + one.name(), equalTo(one.value()))
                .body("enrolments[0].states[0]." + one.name(), equalTo(one.value()));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("attributes")
    void the_page_of_duties_says_that_it_is_kept(Attribute one) {
        EnrolmentAttributes.Declared declared = EnrolmentAttributes.declared().stream()
                .filter(each -> each.name().equals(one.name()))
                .findFirst()
                .orElseThrow();

        for (var language : Language.values()) {
            anybody()
                    .get("/duties?lang=" + language.tag())
                    .then()
                    .body(containsString("<li data-members=\"%s\">%s</li>"
                            .formatted(one.name(), declared.title().in(language))));
        }
    }
}
