package kz.qadam.enrolment.accounts;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

/** Without Keycloak a service starts, and says where accounts are kept. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class UserAccountsElsewhereTest {

    private static final String PAGE = "/accounts?lang=en";

    @Test
    void the_page_says_who_keeps_them_and_has_no_form() {
        String page = office().get(PAGE).then().statusCode(200).extract().asString();

        assertThat(page)
                .contains("Accounts are not kept here")
                .contains("the administrator of the provider of logins makes, locks and resets them")
                .doesNotContain("id=\"invite\"");
    }

    @Test
    void a_program_is_told_the_same() {
        office().get("/v1/accounts").then().statusCode(501).body("type", endsWith("/problems/accounts-elsewhere"));
        administrator("school-42")
                .get("/v1/accounts/" + UUID.randomUUID())
                .then()
                .statusCode(501);
        office().body("{\"name\": \"head-42\", \"role\": \"office\"}")
                .post("/v1/accounts")
                .then()
                .statusCode(501);
        office().body("{\"change\": \"lock\"}")
                .post("/v1/accounts/" + UUID.randomUUID() + "/changes")
                .then()
                .statusCode(501);
    }

    @Test
    void a_table_invites_nobody_and_says_why() {
        String table = "name,role\nhead-42,auditor\n";

        office().contentType("text/csv")
                .body(table)
                .post("/v1/accounts/batch")
                .then()
                .statusCode(501);
        assertThat(office().contentType("application/x-www-form-urlencoded")
                        .formParam("table", table)
                        .post("/accounts/table?lang=en")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("This cannot be done", "provider of logins", "head-42,auditor");
    }

    @Test
    void a_table_of_more_than_a_thousand_people_is_refused() {
        String rows = IntStream.rangeClosed(0, TableInvitations.MOST)
                .mapToObj("head-%d,auditor\n"::formatted)
                .collect(Collectors.joining());

        office().contentType("text/csv")
                .body("name,role\n" + rows)
                .post("/v1/accounts/batch?dryRun=true")
                .then()
                .statusCode(413);
    }

    @Test
    void who_keeps_no_accounts_is_refused_first() {
        partner("school-42").post("/v1/accounts/batch").then().statusCode(403);
        partner("school-42").get("/v1/accounts").then().statusCode(403);
        auditor().get(PAGE).then().statusCode(403);
        anybody().get("/v1/accounts").then().statusCode(401);
    }

    @Test
    void an_administrator_learns_nothing_of_other_institutions() {
        administrator("school-42")
                .get("/v1/accounts?institution=school-43")
                .then()
                .statusCode(403)
                .body("type", endsWith("/problems/not-yours"));
        administrator("school-42")
                .body("{\"name\": \"head-42\", \"role\": \"office\"}")
                .post("/v1/accounts")
                .then()
                .statusCode(403);
    }

    @Test
    void a_code_that_opens_nothing_is_asked_for_again() {
        String page = anybody()
                .get("/accounts/link?lang=en&code=K7QM-2XTR-9WHD-4FVN-B3CE")
                .then()
                .statusCode(200)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "private, no-store")
                .extract()
                .asString();

        assertThat(page)
                .contains("This code opens nothing")
                .contains("id=\"code\"")
                .doesNotContain("id=\"password\"");
    }
}
