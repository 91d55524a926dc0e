package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an auditor whose token names a region sees. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EnrolmentsOfARegionTest {

    private static ValidatableResponse almaty(String path) {
        return anybody().auth().oauth2(Tokens.of("auditor", "KZ-75")).get(path).then();
    }

    private static String enrolledIn(String school, String region) {
        return enrolled(
                school,
                enrolment("E-" + UUID.randomUUID(), course(), People.iin())
                        .replace("\"enrolledOn\"", "\"region\": \"" + region + "\", \"enrolledOn\""));
    }

    @Test
    void the_list_has_the_enrolments_of_the_region() {
        String school = school();
        String here = enrolledIn(school, "KZ-75");
        enrolledIn(school, "KZ-71");

        almaty("/v1/enrolments?institution=" + school).statusCode(200).body("items.id", contains(here));
        almaty("/v1/enrolments?limit=1000").body("items.region", everyItem(is("KZ-75")));
    }

    @Test
    void an_enrolment_of_another_region_is_answered_like_one_that_does_not_exist() {
        String school = school();
        String here = enrolledIn(school, "KZ-75");
        String elsewhere = enrolledIn(school, "KZ-71");

        almaty("/v1/enrolments/" + here).statusCode(200);
        almaty("/v1/enrolments/" + here + "/history").statusCode(200);
        for (String path : new String[] {"", "/history"}) {
            assertThat(almaty("/v1/enrolments/" + elsewhere + path)
                            .statusCode(404)
                            .extract()
                            .asString())
                    .isEqualTo(almaty("/v1/enrolments/" + UUID.randomUUID() + path)
                            .statusCode(404)
                            .extract()
                            .asString());
        }
    }

    @Test
    void an_enrolment_that_is_corrected_to_another_region_is_not_seen_any_more() {
        String school = school();
        String moved = enrolledIn(school, "KZ-75");

        corrects(school, moved, "\"region\": \"KZ-71\"").statusCode(200);

        almaty("/v1/enrolments/" + moved).statusCode(404);
        almaty("/v1/enrolments/" + moved + "/history").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/learner-merges",
                "/v1/learner-splits",
                "/v1/enrolment-dead-letters",
                "/v1/parked-states",
                "/v1/key-rotations/current"
            })
    void what_belongs_to_no_region_is_refused(String path) {
        almaty(path).statusCode(403).body("type", endsWith("/problems/beyond-region"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/programme", "/v1/cohorts", "/v1/institutions", "/v1/courses", "/v1/regions"})
    void the_catalogue_is_open_as_for_everybody(String path) {
        almaty(path).statusCode(200);
    }
}
