package kz.qadam.reporting.audit.evidence;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.awaitTrained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.testing.Contracts;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.EnrolmentFixture;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.rollup.fact.CompletionEventDetails;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Auditors see what an institution states of a completion besides. */
@ReportingTest
class EventDetailColumnsTest {

    private final String cohort = "details-" + UUID.randomUUID().toString().substring(0, 8);
    private final EnrolmentFixture enrolment = EnrolmentFixture.of(UUID.randomUUID(), cohort, "KZ-75", "school-42");

    static Stream<String> details() {
        return Stream.of(CompletionEventDetails.class.getRecordComponents()).map(RecordComponent::getName);
    }

    @BeforeEach
    void a_cohort() {
        givenCohort(cohort, 10L);
        enrolment.publish();
    }

    private ValidatableResponse evidence(String measure) {
        return auditor("/v1/audit/evidence", "cohort", cohort, "measure", measure)
                .statusCode(200);
    }

    @Test
    void each_is_a_member_of_the_events() {
        assertThat(Contracts.optionalMembers("progress-service", "completion").keySet())
                .containsAll(details().toList());
    }

    @Test
    void of_a_completion_that_states_nothing_else_there_is_nothing_else_to_see() {
        CompletionFixture.under(enrolment, "2026-05-01").publish().publishTrained();
        awaitTrained(cohort, 1);

        Map<String, Object> record = evidence("trained").extract().path("items[0]");

        assertThat(record).containsKey("events").doesNotContainKeys("stated", "details");
        details().forEach(name -> assertThat(record).doesNotContainKey(name));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("details")
    void the_record_behind_a_figure_has_it_as_the_event_says_it(String detail) {
        String example = Contracts.optionalMembers("progress-service", "completion")
                .get(detail)
                .replace("\"", "");
        CompletionFixture.under(enrolment, "2026-05-01").withDetails().publish().publishTrained();
        awaitTrained(cohort, 1);

        evidence("trained").body("items[0].%s.toString()".formatted(detail), is(example));
        evidence("completions").body("items[0].%s.toString()".formatted(detail), is(example));
        evidence("enrolled").body("items[0].containsKey('%s')".formatted(detail), is(false));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("details")
    void openapi_names_it(String detail) {
        given().get("/q/openapi?format=json")
                .then()
                .body("components.schemas.EvidenceRecord.properties", hasKey(detail));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("details")
    void the_page_has_a_column_of_it(String detail) {
        CompletionFixture.under(enrolment, "2026-05-01").withDetails().publish().publishTrained();
        awaitTrained(cohort, 1);

        for (Language language : Language.values()) {
            String title = Message.of("page.audit.detail." + detail).in(language);
            assertThat(auditorBody("/audit?cohort=" + cohort + "&lang=" + language.tag()))
                    .contains("<th scope=\"col\">" + title + "</th>")
                    .containsPattern("data-detail=\"" + detail + "\" data-label=\"[^\"]+\">[^<]");
        }
    }
}
