package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office invites many people by one table. */
@OnOtherSuite(SuiteKind.KEYCLOAK)
class InvitationTableIT {

    private static final int SOME = 12;
    private static final String PASSWORD = "three words that stay";

    private final Qadam qadam;
    private final URI pages;
    private final Institution school;
    private Browser person;

    InvitationTableIT(Qadam qadam) {
        this.qadam = qadam;
        this.pages = qadam.front();
        this.school = qadam.office().opens("school", "KZ-75");
    }

    @BeforeEach
    void open() throws IOException {
        person = new Browser();
    }

    @AfterEach
    void close() {
        person.close();
    }

    @Test
    void the_heads_of_many_institutions_are_invited_by_one_table() throws IOException {
        List<Institution> schools = Stream.generate(() -> qadam.office().opens("school", "KZ-75"))
                .limit(SOME)
                .toList();
        String link;
        try (Browser office = new Browser()) {
            office.open(pages + "/staff/accounts?lang=en");
            Session.enter("office", office, qadam.realm());
            office.follow("#many");
            office.await("#check");
            // A tabulator that is typed leads to the next field.
            office.element("#table")
                    .sendKeys((table(schools) + "nobody-here\tpartner\tno-such-school\n").replace('\t', ';'));
            office.follow("#check");
            office.await("#confirm").picture("account-table");
            assertThat(office.texts(".counts dd")).containsExactly("" + SOME, "0", "1");
            assertThat(office.texts("#rejected td")).anyMatch(why -> why.contains("no such institution"));
            assertThat(office.objections()).isEmpty();

            office.follow("#confirm");

            office.await("#links").picture("account-table-links");
            assertThat(office.texts("#links th[scope=row]"))
                    .containsExactlyElementsOf(
                            schools.stream().map(InvitationTableIT::headOf).toList());
            assertThat(office.objections()).isEmpty();
            assertThat(office.complaints()).isEmpty();
            office.element("#download").click();
            assertThat(office.saved("invitations.csv")).content().contains(headOf(schools.get(0)));
            link = office.texts("#links code").get(0);
        }
        choosePassword(link);
        assertThat(person.element("#user-name").getText()).isEqualTo(headOf(schools.get(0)));
    }

    @Test
    void a_table_that_is_sent_again_gives_a_new_link_only_to_who_waits_and_only_if_asked() {
        List<Institution> schools = List.of(school, qadam.office().opens("school", "KZ-75"));
        String first = sent(schools, "").path("results[0].link");
        choosePassword(first);

        assertThat(statuses(sent(schools, ""))).containsExactly("duplicate", "duplicate");
        assertThat(statuses(sent(schools, "?dryRun=true&renew=true"))).containsExactly("duplicate", "accepted");
        Response renewed = sent(schools, "?renew=true");

        assertThat(statuses(renewed)).containsExactly("duplicate", "accepted");
        choosePassword(renewed.path("results[1].link"));
    }

    @Test
    void who_has_a_password_already_gets_no_link_also_if_the_account_was_made_elsewhere() {
        Response renewed = asOffice()
                .contentType("text/csv; charset=utf-8")
                .body("name\trole\noffice\toffice\n")
                .post("/v1/accounts/batch?renew=true");

        assertThat(statuses(renewed)).containsExactly("duplicate");
    }

    @Test
    void a_program_gets_the_links_as_a_table() {
        String table = asOffice()
                .contentType("text/csv; charset=utf-8")
                .accept("text/csv")
                .body(table(List.of(school)))
                .post("/v1/accounts/batch")
                .then()
                .statusCode(207)
                .extract()
                .asString();

        assertThat(table.lines().findFirst().orElseThrow()).endsWith("_link\t_code\t_linkEndsAt");
        choosePassword(table.lines()
                .flatMap(line -> Stream.of(line.split("\t")))
                .filter(cell -> cell.startsWith("http"))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void while_keycloak_is_down_each_row_says_so_and_the_table_goes_on_afterwards() throws IOException {
        RequestSpecification office = asOffice();
        qadam.stopKeycloak();
        try {
            assertThat(statuses(office.contentType("text/csv; charset=utf-8")
                            .body(table(List.of(school)))
                            .post("/v1/accounts/batch")))
                    .containsExactly("rejected");
        } finally {
            qadam.startKeycloak();
        }

        assertThat(statuses(sent(List.of(school), ""))).containsExactly("accepted");
    }

    @Test
    void two_tables_at_the_same_time_invite_each_person_once() {
        List<Institution> schools = List.of(school, qadam.office().opens("school", "KZ-75"));

        var both = Stream.of(1, 2)
                .map(one -> CompletableFuture.supplyAsync(() -> statuses(sent(schools, ""))))
                .toList();

        assertThat(both.stream().flatMap(statuses -> statuses.join().stream()))
                .containsExactlyInAnyOrder("accepted", "accepted", "duplicate", "duplicate");
        assertThat(named(headOf(schools.get(1)))).hasSize(1);
    }

    private static String headOf(Institution institution) {
        return "head-of-" + institution.code();
    }

    private static String table(List<Institution> schools) {
        return schools.stream()
                .map(one -> "%s\tpartner-admin\t%s\n".formatted(headOf(one), one.code()))
                .collect(Collectors.joining("", "name\trole\tinstitution\n", ""));
    }

    private Response sent(List<Institution> schools, String query) {
        return asOffice()
                .contentType("text/csv; charset=utf-8")
                .body(table(schools))
                .post("/v1/accounts/batch" + query);
    }

    private static List<String> statuses(Response answer) {
        return answer.then().statusCode(207).extract().jsonPath().getList("results.status");
    }

    private void choosePassword(String link) {
        person.choosePassword(link, PASSWORD);
    }

    private List<String> named(String name) {
        return asOffice().get("/v1/accounts?name=" + name).jsonPath().getList("items.id");
    }

    private RequestSpecification asOffice() {
        return qadam.bearer(Service.ENROLMENT, qadam.realm().tokenOfProgram("office-program", "enrolment-service"));
    }
}
