package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office invites people, and mends what they lose, without Keycloak's console. */
@OnOtherSuite(SuiteKind.KEYCLOAK)
class AccountsIT {

    private static final String PASSWORD = "three words that stay";

    private final Qadam qadam;
    private final URI pages;
    private final Institution school;
    private final String head = "head-" + UUID.randomUUID().toString().substring(0, 8);
    private Browser person;

    AccountsIT(Qadam qadam) {
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
    void a_person_is_invited_on_paper_loses_the_phone_and_logs_in_again() throws IOException {
        choosePassword(linkOnPaper());
        person.follow("#log-in");
        enterPassword();
        setUpSecondFactor();
        sayWhoItIs();
        awaitHome();
        person.picture("account-first-log-in");

        loseThePhone();

        enterPassword();
        setUpSecondFactor();
        awaitHome();
        assertThat(person.objections()).isEmpty();
        assertThat(reasons(id(head))).containsExactlyInAnyOrder("partner-admin", "second-factor-reset");
    }

    @Test
    void a_link_works_once_and_an_account_that_is_locked_opens_nothing() throws IOException {
        Response made = invite(head, "partner");
        String link = made.path("link");
        choosePassword(link);

        person.open(link);
        person.await("#code");
        assertThat(person.element("[role=alert]").getText()).contains("opens nothing");

        person.open(pages + "/staff/desk?lang=en");
        enterPassword();
        sayWhoItIs();
        awaitHome();
        change(made.path("id"), "lock").then().statusCode(200);
        soon().untilAsserted(() -> {
            person.open(pages + "/staff/desk?lang=en");
            assertThat(person.shows("#username")).isTrue();
        });
        enterPassword();
        person.await(".pf-v5-c-alert, [id^=input-error]");
        assertThat(person.address()).doesNotContain(pages + "/staff");

        change(made.path("id"), "unlock").then().statusCode(200);
        person.open(pages + "/staff/desk?lang=en");
        enterPassword();
        awaitHome();
    }

    @Test
    void a_new_link_takes_the_place_of_password_and_first_link() {
        Response made = invite(head, "viewer");
        String link = change(made.path("id"), "password-reset")
                .then()
                .statusCode(200)
                .extract()
                .path("link.link");

        person.open(made.<String>path("link"));
        person.await("#code");
        choosePassword(link);
        assertThat(person.element("#user-name").getText()).isEqualTo(head);
    }

    @Test
    void a_password_that_is_too_short_uses_no_link_up() {
        String link = invite(head, "viewer").path("link");
        person.open(link);
        person.await("#password");
        person.element("#password").sendKeys("short");
        person.element("#again").sendKeys("short");
        person.follow("#choose");
        person.await("[role=alert]");
        assertThat(person.element("[role=alert]").getText()).contains("too short");

        choosePassword(link);
    }

    @Test
    void an_administrator_of_another_institution_learns_nothing_of_it() {
        String id = invite(head, "partner").path("id");
        String token = qadam.realm().logIn("partner-admin", pages).getString("access_token");

        assertThat(as(token).get("/v1/accounts/" + id).statusCode()).isEqualTo(404);
        assertThat(change(as(token), id, "lock").statusCode()).isEqualTo(404);
        assertThat(change(as(token), id("office"), "second-factor-reset").statusCode())
                .isEqualTo(404);
        assertThat(as(token).get("/v1/accounts").jsonPath().getList("items.name"))
                .contains("partner-admin")
                .doesNotContain(head, "office");
        assertThat(change(as(token), id("partner-admin"), "lock").statusCode()).isEqualTo(422);
        assertThat(asOffice().get("/v1/accounts/" + id).path("locked").toString())
                .isEqualTo("false");
    }

    @Test
    void the_page_is_read_in_each_language_on_a_phone() throws IOException {
        person.beWide(360);
        person.open(pages + "/staff/accounts?lang=kk");
        Session.enter("partner-admin", person, qadam.realm());
        person.await("#invite");
        for (String language : List.of("kk", "ru", "en")) {
            person.open(pages + "/staff/accounts?lang=" + language);
            person.await("[data-account]").picture("accounts-360-" + language);
            assertThat(person.excess()).as(language).isZero();
            assertThat(person.shows("#institution")).isFalse();
        }
        person.open(invite(head, "viewer").<String>path("link").replace("lang=en", "lang=kk"));
        person.await("#password").picture("account-password-360");
        assertThat(person.excess()).isZero();
        assertThat(person.objections()).isEmpty();
    }

    @Test
    void two_invitations_of_one_name_at_the_same_time_make_one_account() {
        var both = Stream.of(1, 2)
                .map(one -> CompletableFuture.supplyAsync(() -> inviting(head, "partner")))
                .toList();

        assertThat(both.stream().map(answer -> answer.join().statusCode())).containsExactlyInAnyOrder(201, 409);
        assertThat(named(head)).hasSize(1);
    }

    @Test
    void an_invitation_that_is_confirmed_twice_makes_one_account_and_shows_a_link_that_opens() throws IOException {
        linkOnPaper();

        String second = linkOnPaper();

        assertThat(named(head)).hasSize(1);
        choosePassword(second);
        assertThat(person.element("#user-name").getText()).isEqualTo(head);
    }

    /** The office invites the head of the school, on a page. */
    private String linkOnPaper() throws IOException {
        try (Browser office = new Browser()) {
            office.open(pages + "/staff/accounts?lang=en");
            Session.enter("office", office, qadam.realm());
            office.await("#invite");
            office.element("#name").sendKeys(head);
            office.element("#role option[value=partner-admin]").click();
            office.element("#institution").sendKeys(school.code());
            office.follow("#invite");
            office.await("#confirm").picture("account-invitation");
            office.follow("#confirm");
            office.await("#made-link");
            office.picture("account-link");
            assertThat(office.objections()).isEmpty();
            return office.element("#made-link").getText();
        }
    }

    /** The office resets the second factor, on a page, which ends the session that is on the phone. */
    private void loseThePhone() throws IOException {
        try (Browser office = new Browser()) {
            office.open(pages + "/staff/accounts?lang=en&name=" + head);
            Session.enter("office", office, qadam.realm());
            office.await("button[form^=second-factor-reset]");
            office.picture("account-listed");
            office.follow("button[form^=second-factor-reset]");
            office.await("#confirm");
            office.picture("account-question");
            office.follow("#confirm");
            assertThat(office.objections()).isEmpty();
        }
        soon().untilAsserted(() -> {
            person.open(pages + "/staff/desk?lang=en");
            assertThat(person.shows("#username")).isTrue();
        });
    }

    private void choosePassword(String link) {
        person.choosePassword(link, PASSWORD);
    }

    private void enterPassword() {
        person.await("#username");
        person.element("#username").clear();
        person.element("#username").sendKeys(head);
        person.element("#password").sendKeys(PASSWORD);
        person.follow("#kc-login");
    }

    private void setUpSecondFactor() {
        person.await("#mode-manual");
        person.follow("#mode-manual");
        person.await("#kc-totp-secret-key");
        String secret = person.element("#kc-totp-secret-key").getText().replace(" ", "");
        person.element("#totp").sendKeys(OneTimeCodes.next(secret));
        person.follow("#saveTOTPBtn");
    }

    private void sayWhoItIs() {
        person.await("#firstName");
        person.element("#email").sendKeys(head + "@school.example");
        person.element("#firstName").sendKeys("Aliya");
        person.element("#lastName").sendKeys("Head");
        person.follow("[type=submit]");
    }

    private void awaitHome() {
        soon().until(() -> person.address().startsWith(pages + "/staff/desk/institution"));
    }

    private Response invite(String name, String role) {
        Response made = inviting(name, role);
        made.then().statusCode(201);
        return made;
    }

    private Response inviting(String name, String role) {
        String institution = role.startsWith("partner") ? "\"" + school.code() + "\"" : "null";
        return asOffice().body("""
                        {"name": "%s", "role": "%s", "institution": %s, "language": "en"}""".formatted(name, role, institution)).post("/v1/accounts");
    }

    private Response change(String id, String change) {
        return change(asOffice(), id, change);
    }

    private static Response change(RequestSpecification caller, String id, String change) {
        return caller.body("{\"change\": \"" + change + "\"}").post("/v1/accounts/" + id + "/changes");
    }

    private String id(String name) {
        return named(name).get(0);
    }

    private List<String> named(String name) {
        return asOffice().get("/v1/accounts?name=" + name).jsonPath().getList("items.id");
    }

    /** What the trail says was done to an account. Questions, which change nothing, come into it somewhat later. */
    private List<String> reasons(String account) {
        return as(qadam.realm().tokenOfProgram("auditor-program", "enrolment-service"))
                .get("/v1/enrolment-trail?subject=" + account)
                .jsonPath()
                .getList("items.findAll { it.kind == 'write' && it.outcome != 'unchanged' }.reason");
    }

    private RequestSpecification asOffice() {
        return as(qadam.realm().tokenOfProgram("office-program", "enrolment-service"));
    }

    private RequestSpecification as(String token) {
        return qadam.bearer(Service.ENROLMENT, token).contentType("application/json");
    }
}
