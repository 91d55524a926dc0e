package kz.qadam.chassis.http.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class AccessScopeTest {

    private static final String VIEWER = "viewer";
    private static final String AUDITOR = "auditor";
    private static final String REGION_OFFICE = "region-office";

    @Test
    void an_auditor_sees_the_records_of_all_and_asks_about_any() {
        assertThat(said("/scopes/records", token(AUDITOR))).isEqualTo("null of null");
        assertThat(said("/scopes/records?institution=school-1&region=KZ-71", token(AUDITOR)))
                .isEqualTo("school-1 of KZ-71");
    }

    @Test
    void a_partner_sees_its_own_records_and_asks_about_no_others() {
        String partner = TestIssuer.partner("school-1");

        assertThat(said("/scopes/records", partner)).isEqualTo("school-1 of null");
        assertThat(said("/scopes/records?institution=school-1", partner)).isEqualTo("school-1 of null");
        Response other = get("/scopes/records?institution=school-2", partner);
        refused(other, "not-yours");
        assertThat(other.jsonPath().getString("errors[0].parameter")).isEqualTo("institution");
    }

    @Test
    void a_partner_whose_token_names_no_institution_sees_nothing() {
        refused(get("/scopes/records", token("partner")), "forbidden");
    }

    @Test
    void an_auditor_of_a_region_sees_its_records_and_asks_about_institutions_in_it() {
        assertThat(said("/scopes/records", ofRegion(AUDITOR))).isEqualTo("null of KZ-75");
        assertThat(said("/scopes/records?institution=school-1", ofRegion(AUDITOR)))
                .isEqualTo("school-1 of KZ-75");
    }

    @Test
    void a_partner_who_is_an_auditor_of_a_region_too_sees_its_own_records() {
        String both = TestIssuer.of("partner", AUDITOR)
                .institution("school-1")
                .region("KZ-75")
                .sign();

        assertThat(said("/scopes/records", both)).isEqualTo("school-1 of null");
        refused(get("/scopes/records?institution=school-2", both), "not-yours");
    }

    @ParameterizedTest
    @ValueSource(strings = {VIEWER, AUDITOR})
    void whose_token_names_a_region_sees_its_figures_only(String role) {
        assertThat(said("/scopes/figures", token(role))).isEqualTo("null of null");
        assertThat(said("/scopes/figures?region=KZ-71", token(role))).isEqualTo("null of KZ-71");
        assertThat(said("/scopes/figures", ofRegion(role))).isEqualTo("null of KZ-75");
        assertThat(said("/scopes/figures?region=KZ-75", ofRegion(role))).isEqualTo("null of KZ-75");
    }

    @ParameterizedTest
    @ValueSource(strings = {VIEWER, AUDITOR})
    void another_region_is_refused_in_plain_words(String role) {
        Response other = get("/scopes/figures?region=KZ-71", ofRegion(role));

        refused(other, "beyond-region");
        assertThat(other.jsonPath().getString("errors[0].parameter")).isEqualTo("region");
        assertThat(other.jsonPath().getString("errors[0].detail"))
                .isEqualTo("Your token is for the region KZ-75 only.");
    }

    @ParameterizedTest
    @ValueSource(strings = {VIEWER, AUDITOR})
    void an_endpoint_that_does_not_say_that_it_narrows_is_closed_and_the_answer_says_why(String role) {
        assertThat(said("/scopes/nation", token(role))).isEqualTo("everything");

        Response refused = get("/scopes/nation", ofRegion(role));

        refused(refused, "beyond-region");
        assertThat(refused.jsonPath().getString("detail"))
                .isEqualTo("Your token is for the region KZ-75 only, and this cannot be shown for one region.");
    }

    @ParameterizedTest
    @ValueSource(strings = {VIEWER, AUDITOR})
    void where_everybody_may_ask_a_token_that_names_a_region_opens_no_more(String role) {
        assertThat(said("/scopes/public", token(role))).isEqualTo("exact");
        assertThat(said("/scopes/public", ofRegion(role))).isEqualTo("published");
    }

    static Stream<Object> unreadable() {
        return Stream.of(
                "",
                " ",
                "kz-75",
                "KZ-75 ",
                "75",
                "unknown",
                "KZ-75,KZ-71",
                "*",
                75,
                true,
                List.of("KZ-75"),
                List.of(),
                Map.of("code", "KZ-75"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void a_region_that_cannot_be_read_opens_nothing(Object region) {
        for (String role : List.of(VIEWER, AUDITOR)) {
            String token = TestIssuer.of(role).region(region).sign();
            refused(get("/scopes/figures", token), "forbidden");
            refused(get("/scopes/records", token), "forbidden");
            refused(get("/scopes/nation", token), "forbidden");
            assertThat(said("/scopes/public", token)).isEqualTo("published");
        }
    }

    @Test
    void a_region_that_does_not_exist_is_a_region_without_anything() {
        assertThat(said("/scopes/figures", TestIssuer.of(VIEWER).region("KZ-99").sign()))
                .isEqualTo("null of KZ-99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer/region", "auditor/region", "office/region"})
    void no_token_claims_the_role_of_a_region_itself(String role) {
        refused(get("/scopes/figures", token(role)), "forbidden");
        refused(get("/scopes/figures", TestIssuer.of(role).region("KZ-75").sign()), "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {VIEWER, AUDITOR})
    void who_is_for_one_region_by_role_sees_its_figures_only(String role) {
        String token = TestIssuer.of(role + "-of-region").region("KZ-75").sign();

        assertThat(said("/scopes/figures", token)).isEqualTo("null of KZ-75");
        refused(get("/scopes/nation", token), "beyond-region");
        assertThat(said("/scopes/public", token)).isEqualTo("published");
    }

    @ParameterizedTest
    @ValueSource(strings = {VIEWER, AUDITOR})
    void who_is_for_one_region_by_role_sees_nothing_while_the_account_names_none(String role) {
        String token = token(role + "-of-region");

        refused(get("/scopes/figures", token), "forbidden");
        refused(get("/scopes/records", token), "forbidden");
        refused(get("/scopes/nation", token), "forbidden");
        assertThat(said("/scopes/public", token)).isEqualTo("published");
    }

    @Test
    void a_region_has_no_effect_on_a_partner_or_the_office() {
        assertThat(said(
                        "/scopes/records",
                        TestIssuer.of("partner")
                                .institution("school-1")
                                .region("KZ-75")
                                .sign()))
                .isEqualTo("school-1 of null");
        assertThat(said("/scopes/records", ofRegion("office"))).isEqualTo("null of null");
        assertThat(said(
                        "/scopes/figures",
                        TestIssuer.of("office", VIEWER).region("KZ-75").sign()))
                .isEqualTo("null of null");
    }

    @Test
    void a_viewer_of_a_region_sees_no_records() {
        assertThat(get("/scopes/records", ofRegion(VIEWER)).statusCode()).isEqualTo(403);
        assertThat(said(
                        "/scopes/records",
                        TestIssuer.of("partner", VIEWER)
                                .institution("school-1")
                                .region("KZ-75")
                                .sign()))
                .isEqualTo("school-1 of null");
    }

    @Test
    void the_office_of_a_region_looks_after_its_institutions_and_sees_its_figures_and_no_records() {
        assertThat(said("/scopes/institutions", ofRegion(REGION_OFFICE))).isEqualTo("null of KZ-75");
        assertThat(said("/scopes/figures", ofRegion(REGION_OFFICE))).isEqualTo("null of KZ-75");
        assertThat(get("/scopes/records", ofRegion(REGION_OFFICE)).statusCode()).isEqualTo(403);
        refused(get("/scopes/nation", ofRegion(REGION_OFFICE)), "beyond-region");
    }

    @Test
    void the_office_of_a_region_is_nothing_without_the_region() {
        for (String token : List.of(
                token(REGION_OFFICE), TestIssuer.of(REGION_OFFICE).region("75").sign())) {
            refused(get("/scopes/institutions", token), "forbidden");
            refused(get("/scopes/figures", token), "forbidden");
        }
    }

    @Test
    void the_office_of_a_region_is_nothing_beside_the_office() {
        String both = TestIssuer.of("office", REGION_OFFICE).region("KZ-75").sign();

        assertThat(said("/scopes/institutions", both)).isEqualTo("null of null");
        assertThat(said("/scopes/figures", both)).isEqualTo("null of null");
    }

    @Test
    void a_remembered_token_stays_narrow() {
        String token = ofRegion(VIEWER);
        for (int i = 0; i < 3; i++) {
            assertThat(said("/scopes/figures", token)).isEqualTo("null of KZ-75");
            refused(get("/scopes/nation", token), "beyond-region");
        }
    }

    private static String token(String role) {
        return TestIssuer.token(role);
    }

    private static String ofRegion(String role) {
        return TestIssuer.of(role).region("KZ-75").sign();
    }

    private static Response get(String path, String token) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }

    private static String said(String path, String token) {
        Response answer = get(path, token);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString();
    }

    private static void refused(Response answer, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
        assertThat(answer.jsonPath().getString("type")).endsWith("/problems/" + code);
    }
}
