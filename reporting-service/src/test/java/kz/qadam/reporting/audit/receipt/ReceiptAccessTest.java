package kz.qadam.reporting.audit.receipt;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.describeInstitution;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.partner;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.util.UUID;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read which receipts. */
@ReportingTest
class ReceiptAccessTest {

    @BeforeEach
    void seed() {
        givenCohort("receipts", 10L);
    }

    @Test
    void a_partner_reads_receipts_of_its_own_completions() {
        CompletionFixture completion = givenCompletion();

        partner("school-42", "/v1/receipts/" + completion.id()).statusCode(200).body("counts", is(true));
    }

    @Test
    void a_partner_finds_them_by_its_own_reference() {
        CompletionFixture completion = givenCompletion();

        partner("school-42", "/v1/receipts", "reference", completion.reference())
                .statusCode(200)
                .body("items.completionId", contains(completion.id().toString()));
    }

    @Test
    void another_partner_does_not_find_them() {
        CompletionFixture completion = givenCompletion();

        partner("school-43", "/v1/receipts/" + completion.id()).statusCode(404);
        partner("school-43", "/v1/receipts", "reference", completion.reference())
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void another_partner_may_not_ask_about_them() {
        partner("school-43", "/v1/receipts?institution=school-42&reference=x").statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/receipts/00000000-0000-0000-0000-000000000001", "/v1/receipts?reference=C-1"})
    void a_partner_whose_token_names_no_institution_reads_no_receipts(String path) {
        given().auth()
                .oauth2(Tokens.unusual().ofPartnerWithoutInstitution())
                .get(path)
                .then()
                .statusCode(403)
                .body("type", endsWith("/problems/forbidden"));
    }

    @Test
    void an_auditor_names_the_institution_of_a_reference() {
        CompletionFixture completion = givenCompletion();

        auditor("/v1/receipts", "reference", completion.reference(), "institution", "school-42")
                .body("items", hasSize(1));
        auditor("/v1/receipts", "reference", completion.reference()).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/receipts/00000000-0000-0000-0000-000000000001", "/v1/receipts/C-1"})
    void what_is_not_known_has_no_receipt(String path) {
        auditor(path).statusCode(404);
    }

    @Test
    void a_viewer_and_the_public_read_no_receipts() {
        viewer("/v1/receipts/" + UUID.randomUUID()).statusCode(403);
        anonymous("/v1/receipts/" + UUID.randomUUID()).statusCode(401);
    }

    @Test
    void a_suspended_institution_reads_no_receipts() {
        String school = givenSuspendedInstitution();

        partner(school, "/v1/receipts?reference=C-1")
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", startsWith("The institution of your token is suspended or closed."));
    }

    @Test
    void a_suspended_institution_reads_what_is_public() {
        partner(givenSuspendedInstitution(), "/v1/progress").statusCode(200);
    }

    @Test
    void an_institution_that_is_active_again_reads_receipts() {
        String school = givenSuspendedInstitution();

        describeInstitution(school, "school", "active", 2);

        await().untilAsserted(
                        () -> partner(school, "/v1/receipts?reference=C-1").statusCode(200));
    }

    private static String givenSuspendedInstitution() {
        String school = "school-" + UUID.randomUUID();
        describeInstitution(school, "school", "suspended", 1);
        await().untilAsserted(
                        () -> partner(school, "/v1/receipts?reference=C-1").statusCode(403));
        return school;
    }

    @Test
    void a_number_of_a_person_as_a_reference_is_refused_and_not_repeated() {
        String answer = partner("school-42", "/v1/receipts?reference=991231100010")
                .statusCode(422)
                .body("errors.code", contains("looks-like-iin"))
                .body("errors.parameter", contains("reference"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("991231100010");
    }

    private static CompletionFixture givenCompletion() {
        CompletionFixture completion =
                CompletionFixture.of("receipts", "2026-05-31").publish();
        await().untilAsserted(() -> auditor("/v1/receipts/" + completion.id()).statusCode(200));
        return completion;
    }
}
