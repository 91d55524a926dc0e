package kz.qadam.reporting.figures.coverage;

import static kz.qadam.reporting.CatalogueFixture.describeBases;
import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static kz.qadam.reporting.CatalogueFixture.givenInstitution;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class DeclaredBasisTest {

    private static final String SCHOOL = "declared-school";
    private static final String DECLARED = "institutions.find { it.institution == '%s' }.declared";
    private static final String BASES = """
            [{"cohort": "pupils", "basis": "consent-of-representative", "since": "2027-01-15"},
             {"cohort": "pupils", "basis": "law", "since": "2027-09-01"},
             {"cohort": "students", "basis": "consent", "since": "2027-02-01"}]
            """;

    @BeforeEach
    void one_that_has_declared_and_one_that_has_not() {
        givenCatalogue();
        givenInstitution("declared-nothing");
        describeBases(SCHOOL, 1, BASES);
        await().untilAsserted(() -> coverage("2027-10-01")
                .body("institutions.institution", hasItem("declared-nothing"))
                .body("institutions.institution", hasItem(SCHOOL)));
    }

    @Test
    void coverage_shows_the_basis_of_each_cohort_that_is_in_force_on_the_day() {
        String declared = DECLARED.formatted(SCHOOL);

        coverage("2027-03-01")
                .body(declared + ".cohort", contains("pupils", "students"))
                .body(declared + ".basis", contains("consent-of-representative", "consent"))
                .body(declared + ".since", contains("2027-01-15", "2027-02-01"));
    }

    @Test
    void a_later_basis_replaces_the_earlier_one_from_its_day_on() {
        coverage("2027-09-01").body(DECLARED.formatted(SCHOOL) + ".basis", contains("law", "consent"));
    }

    @Test
    void an_institution_that_has_declared_nothing_shows_nothing() {
        coverage("2027-09-01").body(DECLARED.formatted("declared-nothing"), nullValue());
    }

    @Test
    void institutions_that_have_declared_are_counted_from_the_first_day_on() {
        int before = declared("2027-01-14");

        assertThat(declared("2027-01-15")).isEqualTo(before + 1);
    }

    private static int declared(String on) {
        return JsonPath.from(coverage(on).extract().asString()).getMap("all").get("declared") instanceof Integer count
                ? count
                : 0;
    }

    @Test
    void the_figures_count_them_too() {
        viewer("/v1/progress/coverage", "on", "2027-09-01")
                .statusCode(200)
                .body("all.declared", is(declared("2027-09-01")));
    }

    @Test
    void what_was_known_before_a_declaration_keeps_its_bytes() {
        String school = "declared-later";
        givenInstitution(school);
        await().untilAsserted(() -> coverage("2027-09-01").body("institutions.institution", hasItem(school)));
        String then = now();
        String before = auditorBody("/v1/audit/coverage", "asOf", then, "on", "2027-09-01");

        describeBases(school, 2, "[{\"cohort\": \"business\", \"basis\": \"law\", \"since\": \"2027-08-01\"}]");
        await().untilAsserted(() -> coverage("2027-09-01").body(DECLARED.formatted(school) + ".basis", hasItem("law")));

        assertThat(auditorBody("/v1/audit/coverage", "asOf", then, "on", "2027-09-01"))
                .isEqualTo(before);
    }

    private static ValidatableResponse coverage(String on) {
        return auditor("/v1/audit/coverage", "on", on, "limit", "1000").statusCode(200);
    }
}
