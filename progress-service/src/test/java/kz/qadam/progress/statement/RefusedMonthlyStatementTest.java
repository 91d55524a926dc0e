package kz.qadam.progress.statement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class RefusedMonthlyStatementTest {

    private final Partner school = Partner.school();
    private final String path = "/v1/statements/" + school.institution();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "month=%2B999999999-12",
                "month=-999999999-01",
                "month=0000-01",
                "month=2026-5",
                "month=2026-05-01",
                "month=%20",
                "month=2026-05&cursor=x",
                "month=2026-05&cursor=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaIDEgQw",
                "month=2026-05&limit=0",
                "month=2026-05&limit=99999999999999999999"
            })
    void what_names_no_month_or_no_page_is_refused(String query) {
        for (String form : List.of("application/json", "text/csv")) {
            if (form.equals("text/csv") && query.contains("&")) {
                continue;
            }
            given().auth()
                    .oauth2(Tokens.of("partner", school.institution()))
                    .accept(form)
                    .urlEncodingEnabled(false)
                    .get(path + "?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void a_statement_without_a_month_is_refused() {
        school.get(path).statusCode(400).body("errors.parameter", contains("month"));
    }

    @Test
    void a_month_that_no_year_has_is_refused() {
        school.get(path + "?month=2026-13").statusCode(400);
    }

    @Test
    void a_month_that_has_not_begun_is_refused() {
        school.get(path + "?month=2126-01").statusCode(422);
    }

    @Test
    void a_form_that_no_statement_has_is_refused() {
        given().auth()
                .oauth2(Tokens.of("partner", school.institution()))
                .accept("text/html")
                .get(path + "?month=2026-04")
                .then()
                .statusCode(406);
    }

    @Test
    void a_partner_sees_no_statement_of_another_institution() {
        Partner.school().get(path + "?month=2026-04").statusCode(403);
    }

    @Test
    void an_institution_that_never_reported_has_no_statement_for_the_auditor() {
        Office.get("auditor", path + "?month=2026-04").statusCode(404);
    }

    @Test
    void the_auditor_sees_the_statement_of_an_institution_that_has_reported() {
        school.completes("C", "E", "2026-03-01").statusCode(201);

        Office.get("auditor", path + "?month=2026-04")
                .statusCode(200)
                .body("institution", equalTo(school.institution()));
    }
}
