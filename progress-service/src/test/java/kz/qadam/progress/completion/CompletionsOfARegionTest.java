package kz.qadam.progress.completion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an auditor whose token names a region sees; enrolments of these tests are in Almaty, KZ-75. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CompletionsOfARegionTest {

    private final Partner school = Partner.school();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    private static ValidatableResponse auditorOf(String region, String path) {
        return given().auth().oauth2(Tokens.of("auditor", region)).get(path).then();
    }

    @Test
    void the_list_has_the_completions_of_the_region() {
        school.hasAccepted("C", "E", UUID.randomUUID());
        school.completes("C-2", "E-2", "2026-03-01").statusCode(201);
        String list = "/v1/completions?institution=" + school.institution();

        auditorOf("KZ-75", list).statusCode(200).body("items.reference", contains("C"));
        auditorOf("KZ-71", list).statusCode(200).body("items", empty());
    }

    @Test
    void a_completion_of_another_region_is_answered_like_one_that_does_not_exist() {
        school.hasAccepted("C", "E", UUID.randomUUID());
        String path = "/v1/completions/" + school.idOf("C");

        auditorOf("KZ-75", path).statusCode(200);
        auditorOf("KZ-75", path + "/history").statusCode(200);
        for (String part : new String[] {"", "/history"}) {
            assertThat(auditorOf("KZ-71", path + part).statusCode(404).extract().asString())
                    .isEqualTo(auditorOf("KZ-71", "/v1/completions/" + UUID.randomUUID() + part)
                            .statusCode(404)
                            .extract()
                            .asString());
        }
    }

    @Test
    void a_completion_that_waits_for_its_enrolment_belongs_to_no_region() {
        school.completes("C", "E", "2026-03-01").statusCode(201);

        auditorOf("KZ-75", "/v1/completions/" + school.idOf("C")).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/learners?institution=school-1",
                "/v1/learners/00000000-0000-4000-8000-000000000000/progress",
                "/v1/statements/school-1?month=2026-05",
                "/v1/completion-dead-letters",
                "/v1/parked",
                "/v1/evaluations"
            })
    void what_belongs_to_no_region_is_refused(String path) {
        auditorOf("KZ-75", path).statusCode(403).body("type", endsWith("/problems/beyond-region"));
    }
}
