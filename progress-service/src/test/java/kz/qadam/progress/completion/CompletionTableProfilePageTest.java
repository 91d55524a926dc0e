package kz.qadam.progress.completion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import kz.qadam.chassis.testing.Exports;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is guessed of tables of completions; the page itself is tried where enrolments are. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CompletionTableProfilePageTest {

    private static final String PAGE = "/completion-table-profiles";

    private final Partner school = Partner.school();

    @BeforeEach
    void open() {
        Neighbours.describeCatalogue();
        Neighbours.describeInstitution(school.institution(), 1, "active");
    }

    private Response reads(String export) {
        return given().auth()
                .oauth2(Tokens.of("partner-admin", school.institution()))
                .multiPart("file", export, Exports.bytes(export))
                .post(PAGE + "/batch?lang=en");
    }

    private static String chosen(String option) {
        return "<option value=\"" + option + "\" selected>";
    }

    @Test
    void the_gradebook_of_a_platform_names_accounts_and_american_days() {
        String guessed =
                reads("platform-gradebook.csv").then().statusCode(200).extract().asString();

        assertThat(guessed)
                .contains(
                        chosen("h0:SIS Login ID"),
                        chosen("h0:Section"),
                        chosen("h0:Completed At"),
                        chosen("h1:Final Score"),
                        "value=\"M/d/yyyy h:mm a\"",
                        "name=\"score.percent\" checked")
                .contains("“AI for business” means");
    }

    @Test
    void enrolments_of_oneroster_have_references_and_say_which_count() {
        String guessed = reads("oneroster-enrollments.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(guessed)
                .contains(
                        chosen("h0:sourcedId"),
                        chosen("h0:endDate"),
                        "name=\"rows.0.keep.0\" value=\"active\" checked",
                        "name=\"rows.1.keep.0\" value=\"student\" checked")
                .contains("Still to be said: Reference of the enrolment.");
    }

    @Test
    void only_the_administrator_and_the_office_open_it() {
        school.get(PAGE).statusCode(403);
        await().untilAsserted(() -> given().auth()
                .oauth2(Tokens.of("partner-admin", school.institution()))
                .get(PAGE)
                .then()
                .statusCode(200));
    }
}
