package kz.qadam.enrolment.keys;

import static io.restassured.RestAssured.given;
import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.suspend;
import static kz.qadam.enrolment.keys.KeyFixture.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class InstitutionKeyTest {

    private static final int MOST = 20;

    @Inject
    Database database;

    private String school;

    @BeforeEach
    void open() {
        school = school();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Almaty"));
    }

    @Test
    void a_key_is_shown_once_with_its_secret() {
        KeyFixture.make(school, "{\"label\": \"Register\"}")
                .statusCode(201)
                .header("Location", matchesPattern(PATH + "/[0-9a-f-]{36}"))
                .header("Cache-Control", "private, no-store")
                .body("secret", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("institution", equalTo(school))
                .body("label", equalTo("Register"))
                .body("expiresAt", equalTo(today().plusDays(365) + "T19:00:00Z"));
    }

    @Test
    void a_key_may_be_made_for_statements_only_and_opens_nothing_here() {
        var made = KeyFixture.make(school, "{\"only\": \"statements\"}").statusCode(201);
        made.body("only", equalTo("statements"));
        var key = new KeyFixture(made.extract().path("id"), made.extract().path("secret"), school);

        assertThat(key.read("/v1/enrolments")).isEqualTo(403);
        administrator(school).get(PATH + "/" + key.id()).then().body("only", equalTo("statements"));
        KeyFixture.make(school, "{\"only\": \"everything\"}").statusCode(400);
    }

    @Test
    void nobody_reads_the_secret_or_its_digest_again() {
        KeyFixture key = KeyFixture.of(school);

        for (RequestSpecification who : List.of(administrator(school), office(), auditor())) {
            String listed = who.get(PATH + "?institution=" + school).asString();
            assertThat(listed).contains(key.id()).doesNotContain(key.secret(), "sha256");
            who.get(PATH + "/" + key.id())
                    .then()
                    .statusCode(200)
                    .body("createdBy", equalTo("partner-admin." + school))
                    .body("revokedAt", nullValue())
                    .body("secret", nullValue());
        }
        assertThat(stored(key)).doesNotContain(key.secret());
    }

    private String stored(KeyFixture key) {
        return database.transaction(
                handle -> handle.createQuery("select cast(k as text) from institution_key k where id = :id")
                        .bind("id", UUID.fromString(key.id()))
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void a_program_enrols_and_reads_with_a_key() {
        KeyFixture key = KeyFixture.of(school);

        key.shown()
                .body(enrolment("E-1", course(), People.iin()))
                .post("/v1/enrolments")
                .then()
                .statusCode(201)
                .header("RateLimit", notNullValue());

        key.shown().get("/v1/enrolments").then().statusCode(200).body("items.institution", contains(school));
        assertThat(key.read("/v1/enrolments?institution=" + school("active", "null")))
                .isEqualTo(403);
    }

    @Test
    void a_key_makes_no_keys() {
        KeyFixture key = KeyFixture.of(school);

        key.shown().body("{}").post(PATH).then().statusCode(403);
        assertThat(key.read(PATH)).isEqualTo(403);
        partner(school).body("{}").post(PATH).then().statusCode(403);
        auditor().body("{}").post(PATH).then().statusCode(403);
    }

    @Test
    void a_revoked_key_is_refused_and_its_revocation_stays_as_it_was() {
        KeyFixture key = KeyFixture.of(school);
        assertThat(key.read("/v1/enrolments")).isEqualTo(200);

        String revokedAt = key.revokedBy(administrator(school))
                .statusCode(200)
                .body("revocationReason", equalTo("The server was sold"))
                .extract()
                .path("revokedAt");

        await().untilAsserted(() -> assertThat(key.read("/v1/enrolments")).isEqualTo(401));
        key.revokedBy(office())
                .statusCode(200)
                .body("revokedAt", equalTo(revokedAt))
                .body("revokedBy", equalTo("partner-admin." + school));
    }

    @Test
    void the_keys_of_another_institution_are_as_if_they_did_not_exist() {
        KeyFixture key = KeyFixture.of(school);
        String other = school();

        administrator(other).get(PATH + "/" + key.id()).then().statusCode(404);
        key.revokedBy(administrator(other)).statusCode(404);
        administrator(other).get(PATH).then().statusCode(200).body("items", hasSize(0));
        administrator(other)
                .get(PATH + "?institution=" + school)
                .then()
                .statusCode(403)
                .body("type", endsWith("/problems/not-yours"));
        KeyFixture.make(other, "{\"institution\": \"" + school + "\"}").statusCode(403);
        assertThat(key.read("/v1/enrolments")).isEqualTo(200);
    }

    @Test
    void an_auditor_who_administers_the_keys_of_an_institution_revokes_no_others() {
        KeyFixture key = KeyFixture.of(school);
        String both = Tokens.unusual().withRoles(school(), "partner-admin", "auditor");

        key.revokedBy(given().auth().oauth2(both).contentType("application/json"))
                .statusCode(404);
    }

    @Test
    void the_office_makes_keys_for_any_institution_that_it_names() {
        office().body("{\"institution\": \"" + school + "\"}")
                .post(PATH)
                .then()
                .statusCode(201)
                .body("institution", equalTo(school));

        office().body("{}").post(PATH).then().statusCode(400).body("errors.pointer", contains("/institution"));
        office().body("{\"institution\": \"nowhere\"}")
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors.code", contains("unknown-institution"));
    }

    @Test
    void an_institution_that_is_not_active_gets_no_key_and_its_keys_read_nothing() {
        KeyFixture key = KeyFixture.of(school);

        suspend(school);

        KeyFixture.make(school, "{}").statusCode(422).body("errors.code", contains("institution-suspended"));
        await().untilAsserted(() -> assertThat(key.read("/v1/enrolments")).isEqualTo(403));
    }

    @Test
    void a_key_works_for_two_years_at_most_and_no_day_in_the_past() {
        for (LocalDate day : List.of(today().minusDays(1), today().plusDays(731))) {
            KeyFixture.make(school, "{\"expiresOn\": \"" + day + "\"}")
                    .statusCode(422)
                    .body("errors.code", contains("expires-on"));
        }
        KeyFixture.make(school, "{\"expiresOn\": \"" + today() + "\"}")
                .statusCode(201)
                .body("expiresAt", equalTo(today() + "T19:00:00Z"));
    }

    @Test
    void fifty_who_ask_at_once_get_no_more_keys_than_an_institution_may_have() {
        List<CompletableFuture<Integer>> asking = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> KeyFixture.make(school, "{}").extract().statusCode()))
                .toList();

        List<Integer> answers = asking.stream().map(CompletableFuture::join).toList();

        assertThat(answers).containsOnly(201, 422);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(MOST);
        administrator(school).get(PATH).then().body("items", hasSize(MOST));
    }

    @Test
    void a_revoked_key_makes_room_for_another() {
        KeyFixture key = KeyFixture.of(school);
        IntStream.range(1, MOST).forEach(i -> KeyFixture.of(school));
        KeyFixture.make(school, "{}").statusCode(422);

        key.revokedBy(administrator(school)).statusCode(200);

        KeyFixture.make(school, "{}").statusCode(201);
    }

    @Test
    void the_last_use_of_a_key_is_shown() {
        KeyFixture key = KeyFixture.of(school);
        administrator(school).get(PATH).then().body("items[0].lastUsedAt", nullValue());

        assertThat(key.read("/v1/enrolments")).isEqualTo(200);

        await().untilAsserted(() -> administrator(school)
                .get(PATH + "/" + key.id())
                .then()
                .body("lastUsedAt", not(nullValue()))
                .body("lastUsedAt", endsWith(":00Z")));
    }

    @Test
    void keys_are_listed_in_the_order_of_their_last_change() {
        KeyFixture first = KeyFixture.of(school);
        KeyFixture second = KeyFixture.of(school);
        var page = administrator(school).get(PATH + "?limit=1").then().extract();
        assertThat(page.<List<String>>path("items.id")).containsExactly(first.id());

        first.revokedBy(administrator(school)).statusCode(200);

        administrator(school)
                .queryParam("cursor", page.<String>path("cursor"))
                .get(PATH)
                .then()
                .body("items.id", contains(second.id(), first.id()));
    }
}
