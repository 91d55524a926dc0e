package kz.qadam.progress.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.security.PartnerKey;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys that enrolment-service owns, as this service knows them from Kafka. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class KeyCopiesTest {

    private static final Instant EXPIRY = Instant.parse("2099-12-31T00:00:00Z");

    @Inject
    Database database;

    private final UUID id = UUID.randomUUID();
    private final String secret = (UUID.randomUUID() + "-" + UUID.randomUUID()).substring(0, 43);
    private final String school = "school-" + id;

    @BeforeEach
    void describe() {
        describe(1);
        confirm();
        await().untilAsserted(() -> assertThat(read()).isEqualTo(200));
    }

    @AfterEach
    void confirmAgain() {
        hearNothingFor(Duration.ZERO, 0);
        confirm();
        await().untilAsserted(
                        () -> assertThat(confirmedAt()).isAfter(Instant.now().minusSeconds(60)));
    }

    private void describe(int version) {
        Neighbours.describeKey(id, version, school, PartnerKey.digest(secret), EXPIRY);
    }

    private static void confirm() {
        Neighbours.confirmKeys(Instant.now(), 0);
    }

    private int read() {
        return shown().get("/v1/completions").statusCode();
    }

    private RequestSpecification shown() {
        return given().auth().preemptive().basic(id.toString(), secret);
    }

    private Instant confirmedAt() {
        return database.transaction(
                handle -> handle.createQuery("select confirmed_at from institution_key_confirmation")
                        .mapTo(Instant.class)
                        .one());
    }

    /** As if nothing had been confirmed for so long, and then this many states. */
    private void hearNothingFor(Duration time, long states) {
        database.transaction(handle -> handle.createUpdate(
                        "update institution_key_confirmation set confirmed_at = :at, states = :states")
                .bind("at", Instant.now().minus(time))
                .bind("states", states)
                .execute());
    }

    @Test
    void a_program_posts_completions_with_a_key_that_another_service_has_made() {
        shown().contentType("application/json")
                .body("{\"reference\":\"C-1\",\"enrolment\":\"E-1\",\"completedOn\":\"2026-05-31\"}")
                .post("/v1/completions")
                .then()
                .statusCode(201);

        shown().get("/v1/completions").then().body("items.reference", hasItem("C-1"));
    }

    @Test
    void a_revoked_key_is_refused_within_seconds_and_does_not_come_back() {
        describe(2);
        await().untilAsserted(() -> assertThat(read()).isEqualTo(401));

        describe(1);
        UUID later = UUID.randomUUID();
        Neighbours.describeKey(later, 1, school, PartnerKey.digest(secret + "x"), EXPIRY);

        await().untilAsserted(() -> assertThat(isKnown(later)).isTrue());
        assertThat(read()).isEqualTo(401);
    }

    @Test
    void a_key_for_statements_posts_them_and_opens_nothing_else() {
        RequestSpecification only = keyFor("statements");

        await().untilAsserted(() -> assertThat(post(only, "[]")).isEqualTo(200));
        assertThat(given(only).get("/v1/completions").statusCode()).isEqualTo(403);
        assertThat(given(only).get("/v1/statement-outcomes").statusCode()).isEqualTo(403);
        assertThat(given(only)
                        .contentType("application/json")
                        .body("{}")
                        .post("/v1/completions")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_key_for_something_that_is_not_known_here_opens_nothing() {
        RequestSpecification only = keyFor("something-later");

        await().untilAsserted(() -> assertThat(post(only, "[]")).isEqualTo(403));
        assertThat(given(only).get("/v1/completions").statusCode()).isEqualTo(403);
    }

    private RequestSpecification keyFor(String only) {
        UUID other = UUID.randomUUID();
        Neighbours.describeKeyFor(only, other, school, PartnerKey.digest(secret), EXPIRY);
        return given().auth().preemptive().basic(other.toString(), secret);
    }

    private static int post(RequestSpecification with, String statements) {
        return given(with)
                .contentType("application/json")
                .body(statements)
                .post("/v1/xapi/statements")
                .statusCode();
    }

    private boolean isKnown(UUID key) {
        return database.transaction(
                handle -> handle.createQuery("select exists (select from institution_key where id = :id)")
                        .bind("id", key)
                        .mapTo(Boolean.class)
                        .one());
    }

    @Test
    void without_a_confirmation_for_fifteen_minutes_keys_wait() {
        hearNothingFor(Duration.ofMinutes(16), 0);
        await().untilAsserted(() -> assertThat(read()).isEqualTo(503));

        confirm();

        await().untilAsserted(() -> assertThat(read()).isEqualTo(200));
    }

    @Test
    void a_copy_that_has_missed_a_state_is_not_confirmed() {
        hearNothingFor(Duration.ofMinutes(16), 0);
        await().untilAsserted(() -> assertThat(read()).isEqualTo(503));

        Neighbours.confirmKeys(Instant.now(), Long.MAX_VALUE);

        assertNothingIsConfirmed();
    }

    @Test
    void an_earlier_confirmation_is_not_accepted_when_the_topic_is_read_again() {
        hearNothingFor(Duration.ofMinutes(16), 1);
        await().untilAsserted(() -> assertThat(read()).isEqualTo(503));

        Neighbours.confirmKeys(Instant.now(), 0);

        assertNothingIsConfirmed();
    }

    @Test
    void a_confirmation_that_is_read_again_takes_nothing_back() {
        Neighbours.confirmKeys(Instant.now().minus(Duration.ofMinutes(20)), 0);

        awaitAllIsTakenIn();
        assertThat(confirmedAt()).isAfter(Instant.now().minus(Duration.ofMinutes(1)));
    }

    private void assertNothingIsConfirmed() {
        awaitAllIsTakenIn();
        assertThat(confirmedAt()).isBefore(Instant.now().minus(Duration.ofMinutes(15)));
    }

    private void awaitAllIsTakenIn() {
        describe(2);
        await().untilAsserted(() -> assertThat(database.<Integer>transaction(
                        handle -> handle.createQuery("select version from institution_key where id = :id")
                                .bind("id", id)
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(2));
    }

    @Test
    void what_is_no_key_is_left_out_and_what_follows_is_taken_in() {
        Neighbours.send("qadam.keys", "institution-key/x", "kz.qadam.institution-key.described.v1", 1, """
                {"id":"%s","institution":"%s","sha256":"none","expiresAt":"%s","revoked":false,"version":1}
                """.formatted(
                        UUID.randomUUID(), school, EXPIRY));

        describe(2);

        await().untilAsserted(() -> assertThat(read()).isEqualTo(401));
    }

    @Test
    void the_administrator_of_the_keys_sees_their_last_use_here() {
        await().untilAsserted(() -> given().auth()
                .oauth2(Tokens.of("partner-admin", school))
                .get("/v1/completion-key-uses")
                .then()
                .statusCode(200)
                .body("items.keyId", hasItem(id.toString())));
        given().auth()
                .oauth2(Tokens.of("partner", school))
                .get("/v1/completion-key-uses")
                .then()
                .statusCode(403);
    }
}
