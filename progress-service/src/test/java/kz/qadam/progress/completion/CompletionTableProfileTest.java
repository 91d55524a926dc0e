package kz.qadam.progress.completion;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.testing.Exports;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Profiles by which the exports of a school's own systems are read as they are. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CompletionTableProfileTest {

    private static final String OF_ONEROSTER = """
            {"columns": [
               {"name": "reference", "headers": ["sourcedId"]},
               {"name": "enrolment", "template": "{userSourcedId}/{classSourcedId}"},
               {"name": "completedOn", "headers": ["endDate"]}],
             "rows": [{"headers": ["status"], "keep": ["active"]}, {"headers": ["role"], "keep": ["student"]},
                      {"headers": ["endDate"]}]}
            """;

    private final Partner school = Partner.school();

    @BeforeAll
    static void programme() {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
    }

    @BeforeEach
    void open() {
        Neighbours.describeInstitution(school.institution(), 1, "active");
        school.hasEnrolled("u-001/c-python", UUID.randomUUID());
    }

    private void saves(String name, String profile) {
        await().untilAsserted(() -> given().auth()
                .oauth2(Tokens.of("partner-admin", school.institution()))
                .contentType("application/json")
                .body(profile)
                .put("/v1/completion-table-profiles/" + school.institution() + "/" + name)
                .then()
                .statusCode(201));
    }

    private ValidatableResponse sends(String type, String export, String query) {
        return school.send("/v1/completions/batch" + query, type, Exports.bytes(export));
    }

    @Test
    void enrolments_of_oneroster_are_completions_once_they_have_ended() {
        saves("oneroster", OF_ONEROSTER);

        for (String query : new String[] {"?profile=oneroster&dryRun=true", "?profile=oneroster"}) {
            sends(Batch.CSV, "oneroster-enrollments.csv", query)
                    .statusCode(207)
                    .body("leftOut", equalTo(3))
                    .body("results.line", contains(2, 6))
                    .body("results.status", contains("accepted", "pending"));
        }
        sends(Batch.CSV, "oneroster-enrollments.csv", "?profile=oneroster").body("duplicate", equalTo(2));
    }

    @Test
    void a_register_says_per_cent_and_a_day_with_a_time() {
        saves("register", """
                {"sheet": "Ведомость",
                 "columns": [
                   {"name": "reference", "template": "118-{№}"},
                   {"name": "enrolment", "template": "{Группа}-{№}"},
                   {"name": "completedOn", "headers": ["Дата закрытия"]},
                   {"name": "score", "headers": ["Оценка, итог. (%)"], "unit": "percent"}],
                 "rows": [{"headers": ["Статус"], "keep": ["зачтено"]}]}
                """);

        sends(Batch.XLSX, "university-register.xlsx", "?profile=register").body("pending", equalTo(4));
        school.get("/v1/completions?reference=118-3").body("items[0].completedOn", equalTo("2026-05-29"));
        school.post("/v1/completions", """
                {"reference": "118-1", "enrolment": "ИС-23-1-1", "completedOn": "2026-05-28", "score": 0.87}
                """).statusCode(200);
    }
}
