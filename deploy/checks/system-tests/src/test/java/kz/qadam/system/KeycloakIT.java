package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak knows the programs and the people, and the services believe nobody else. */
@OnOtherSuite(SuiteKind.KEYCLOAK)
class KeycloakIT {

    private static final String FIGURES = "/v1/progress/pupils/breakdown?by=institution";

    private static final Map<String, String> PROOF_KEY =
            Map.of("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method", "S256");

    private final Qadam qadam;
    private final Realm realm;
    private final URI pages;

    KeycloakIT(Qadam qadam) {
        this.qadam = qadam;
        this.realm = qadam.realm();
        this.pages = qadam.front();
    }

    @ParameterizedTest
    @CsvSource({"school-42, school, KZ-75", "university-71-1, university, KZ-71"})
    void a_program_posts_for_its_institution_whether_it_has_a_secret_or_signs(String code, String kind, String region) {
        Institution institution = qadam.office().knows(code, kind, region);
        Course course = qadam.office().offers(36);
        Partner program = qadam.partner(institution);
        Completion completion = Enrolment.of(institution, course, "pupils").completed(0);

        program.enrols(completion.enrolment());

        assertThat(program.completes(completion)).isIn("pending", "accepted");
        soon().until(() -> program.completionsThatAre("accepted") == 1);
        assertThat(program.completing(completion.json()).path("institution").toString())
                .isEqualTo(code);
    }

    @Test
    void no_part_of_the_suite_is_reached_from_another_machine() throws IOException {
        assertThat(ListeningSockets.ofChildren()).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void a_token_for_one_service_is_refused_by_the_others() {
        String token = realm.tokenOfProgram("viewer-program", "reporting-service");

        assertThat(status(Service.REPORTING, token, FIGURES)).isEqualTo(200);
        assertThat(status(Service.PROGRESS, token, "/v1/completions")).isEqualTo(401);
        assertThat(status(Service.ENROLMENT, token, "/v1/enrolments")).isEqualTo(401);
    }

    @Test
    void a_token_for_no_service_is_refused_by_all() {
        String token = realm.tokenOfProgram("viewer-program");

        assertThat(status(Service.REPORTING, token, FIGURES)).isEqualTo(401);
    }

    @Test
    void a_person_acts_in_the_role_and_for_the_institution_of_the_account() {
        String token = realm.logIn("partner", pages).getString("access_token");

        assertThat(status(Service.PROGRESS, token, "/v1/completions")).isEqualTo(200);
        assertThat(status(Service.PROGRESS, token, "/v1/completions?institution=school-42"))
                .isEqualTo(200);
        assertThat(status(Service.PROGRESS, token, "/v1/completions?institution=school-43"))
                .isEqualTo(403);
        assertThat(status(Service.REPORTING, token, "/v1/audit/hints?month=2026-05"))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token", "refresh_token"})
    void another_token_of_a_person_than_the_access_token_is_refused(String kind) {
        JsonPath tokens = realm.logIn("viewer", pages);

        assertThat(status(Service.REPORTING, tokens.getString(kind), FIGURES)).isEqualTo(401);
        assertThat(status(Service.REPORTING, tokens.getString("access_token"), FIGURES))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"office", "auditor", "partner-admin"})
    void a_password_alone_does_not_open_what_much_depends_on(String person) {
        Response page = realm.authorizing("pages", Realm.redirect(pages), "openid", PROOF_KEY);

        Response entered = realm.enteringPassword(person, page);

        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(entered.asString()).contains("name=\"otp\"");
        assertThat(realm.logIn(person, pages).getString("access_token")).isNotEmpty();
    }

    @Test
    void who_gets_such_a_role_sets_up_a_one_time_code_at_the_next_log_in() {
        Map<String, Object> role =
                realm.administrator().get("/roles/auditor-of-region").jsonPath().getMap("$");
        String person = realm.administrator()
                .get("/users?exact=true&username=viewer")
                .jsonPath()
                .getString("[0].id");
        String roles = "/users/" + person + "/role-mappings/realm";
        realm.administrator().body(List.of(role)).post(roles).then().statusCode(204);
        try {
            Response page = realm.authorizing("pages", Realm.redirect(pages), "openid", PROOF_KEY);

            Response entered = realm.enteringPassword("viewer", page);

            assertThat(entered.header("Location")).contains("execution=CONFIGURE_TOTP");
        } finally {
            realm.administrator().body(List.of(role)).delete(roles).then().statusCode(204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/staff/audit", "/staff/login/@evil.example", "/", "/staff"})
    void a_log_in_leads_back_to_one_address_of_each_service(String path) {
        Response answer = realm.authorizing("pages", pages + path, "openid", PROOF_KEY);

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void no_program_tries_out_the_password_of_a_person() {
        for (String client : List.of("admin-cli", "account-console", "pages")) {
            assertThat(realm.tryingPassword("viewer", client).statusCode())
                    .as(client)
                    .isIn(400, 401);
        }
    }

    @Test
    void nobody_logs_in_on_the_pages_without_a_proof_key() {
        Response answer = realm.authorizing("pages", Realm.redirect(pages), "openid", Map.of());

        assertThat(Realm.parameter(answer.header("Location"), "error")).isEqualTo("invalid_request");
    }

    @Test
    void a_person_changes_neither_the_own_institution_nor_the_own_role() {
        String account = realm.tokenForAccount("partner");
        String person = Realm.claims(account).getString("sub");

        realm.account(account).body("""
                        {"username": "partner", "email": "partner@qadam.example", "firstName": "Dana", "lastName": "Changed",
                         "attributes": {"institution": ["school-43"]}, "realmRoles": ["office"], "groups": ["office"]}
                        """).post();
        realm.account(account).body("""
                        {"attributes": {"institution": "school-43", "groups": ["office"]}}
                        """).post();
        assertThat(realm.management(account)
                        .body("{\"attributes\": {\"institution\": [\"school-43\"]}}")
                        .put("/users/" + person)
                        .statusCode())
                .isEqualTo(403);
        assertThat(realm.management(account)
                        .body("[{\"name\": \"office\"}]")
                        .post("/users/" + person + "/role-mappings/realm")
                        .statusCode())
                .isEqualTo(403);

        JsonPath claims = Realm.claims(realm.logIn("partner", pages).getString("access_token"));
        assertThat(claims.getString("institution")).isEqualTo("school-42");
        assertThat(claims.getList("groups")).isEqualTo(List.of("partner"));
    }

    @Test
    void a_person_changes_the_own_name() {
        String account = realm.tokenForAccount("auditor");

        assertThat(realm.account(account).body("""
                        {"username": "auditor", "email": "auditor@qadam.example", "firstName": "Marat", "lastName": "Changed"}
                        """).post().statusCode()).isEqualTo(204);

        assertThat(realm.account(account).get().jsonPath().getString("lastName"))
                .isEqualTo("Changed");
    }

    @Test
    void an_administrator_of_the_realm_moves_a_person_to_another_institution() {
        Map<String, Object> person = realm.administrator()
                .get("/users?exact=true&username=partner-admin")
                .jsonPath()
                .getMap("[0]");
        person.put("attributes", Map.of("institution", List.of("company-23-1")));

        realm.administrator()
                .body(person)
                .put("/users/" + person.get("id"))
                .then()
                .statusCode(204);

        String token = realm.logIn("partner-admin", pages).getString("access_token");
        assertThat(status(Service.PROGRESS, token, "/v1/completions?institution=company-23-1"))
                .isEqualTo(200);
        assertThat(status(Service.PROGRESS, token, "/v1/completions?institution=school-42"))
                .isEqualTo(403);
    }

    @Test
    void keys_are_rotated_while_everything_runs() {
        String before = realm.tokenOfProgram("viewer-program", "reporting-service");
        assertThat(status(Service.REPORTING, before, FIGURES)).isEqualTo(200);

        realm.administrator().body("""
                        {"name": "newer", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
                         "config": {"priority": ["1000"], "enabled": ["true"], "active": ["true"]}}
                        """).post("/components").then().statusCode(201);

        String after = realm.tokenOfProgram("viewer-program", "reporting-service");
        assertThat(Realm.key(after)).isNotEqualTo(Realm.key(before));
        soon().until(() -> status(Service.REPORTING, after, FIGURES) == 200);
        assertThat(status(Service.REPORTING, before, FIGURES)).isEqualTo(200);
    }

    @Test
    void while_keycloak_is_down_tokens_that_cannot_be_verified_wait_and_are_accepted_afterwards() throws Exception {
        String token = realm.tokenOfProgram("viewer-program", "reporting-service");
        String office = realm.tokenOfProgram("office-program", "enrolment-service");
        assertThat(status(Service.ENROLMENT, office, "/v1/accounts")).isEqualTo(200);

        qadam.stopKeycloak();
        try {
            qadam.restart(Service.REPORTING);
            Response refused = qadam.bearer(Service.REPORTING, token).get(FIGURES);

            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(503);
            assertThat(refused.contentType()).isEqualTo("application/problem+json");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(qadam.anybody(Service.REPORTING).get("/v1/progress").statusCode())
                    .isEqualTo(200);
            assertThat(status(Service.ENROLMENT, office, "/v1/accounts")).isEqualTo(503);
            assertThat(qadam.bearer(Service.ENROLMENT, office)
                            .get("/accounts?lang=en")
                            .asString())
                    .contains("The provider of logins does not answer at the moment");
            assertThat(status(Service.ENROLMENT, office, "/v1/institution-keys"))
                    .isEqualTo(200);
        } finally {
            qadam.startKeycloak();
        }
        soon().until(() -> status(Service.REPORTING, token, FIGURES) == 200);
    }

    private int status(Service service, String token, String path) {
        return qadam.bearer(service, token).urlEncodingEnabled(false).get(path).statusCode();
    }
}
