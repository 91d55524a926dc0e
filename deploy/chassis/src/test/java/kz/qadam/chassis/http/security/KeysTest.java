package kz.qadam.chassis.http.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.testing.MovableClock;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import kz.qadam.chassis.testing.ToyKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class KeysTest {

    @Inject
    ToyKeys keys;

    @Inject
    MovableClock clock;

    @Inject
    KeyDirectory directory;

    private ToyKeys.Held key;

    @BeforeEach
    void make() {
        keys.confirm();
        key = keys.make("school-42");
        await().untilAsserted(() -> assertThat(show(key.shown()).statusCode()).isEqualTo(200));
    }

    @AfterEach
    void letTimeBe() {
        clock.move(Duration.ZERO);
        keys.confirm();
    }

    private static Response show(String header) {
        return show(header, "/toys/acting");
    }

    private static Response show(String header, String path) {
        return given().header("Authorization", header).get(path);
    }

    private static void isRefused(String header) {
        show(header)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Basic realm=\"qadam\", charset=\"UTF-8\", Bearer"))
                .body("type", endsWith("/problems/unauthorized"));
    }

    @Test
    void a_key_acts_for_its_institution_and_for_no_other() {
        assertThat(show(key.shown()).asString()).isEqualTo("school-42");
        assertThat(show(key.shown(), "/toys/acting-at-once").asString()).isEqualTo("school-42");
        assertThat(show(key.shown(), "/toys/acting?institution=school-43").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_key_is_a_partner_and_nobody_else() {
        assertThat(show(key.shown(), "/toys/office").statusCode()).isEqualTo(403);
    }

    @Test
    void whatever_is_wrong_with_a_key_it_is_refused_in_the_same_way() {
        ToyKeys.Held revoked = keys.make("school-42");
        keys.revoke(revoked);
        String secret = key.secret();
        Stream.of(
                        key.id() + ":" + secret.replaceFirst(".$", "x"),
                        key.id() + ":",
                        key.id() + ":" + secret + "x",
                        UUID.randomUUID() + ":" + secret,
                        "school-42:" + secret,
                        secret,
                        revoked.id() + ":" + revoked.secret())
                .map(ToyKeys::basic)
                .forEach(KeysTest::isRefused);
        isRefused("Basic school-42");
    }

    @Test
    void an_expired_key_is_refused() {
        clock.move(Duration.ofMinutes(61));
        keys.confirm();

        await().untilAsserted(() -> isRefused(key.shown()));
    }

    @Test
    void a_revoked_key_is_refused_within_seconds() {
        keys.revoke(key);

        await().untilAsserted(() -> isRefused(key.shown()));
        assertThat(directory.isLive(key.id())).isFalse();
    }

    @Test
    void keys_wait_if_for_fifteen_minutes_it_is_not_known_which_were_revoked() {
        clock.move(Duration.ofMinutes(14));
        assertThat(show(key.shown()).statusCode()).isEqualTo(200);

        clock.move(Duration.ofMinutes(16));
        show(key.shown())
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "30")
                .body("type", endsWith("/problems/unavailable"));
        assertThat(directory.isLive(key.id())).isFalse();

        keys.confirm();
        await().untilAsserted(() -> assertThat(show(key.shown()).statusCode()).isEqualTo(200));
    }

    @Test
    void tokens_do_not_wait_for_the_keys() {
        clock.move(Duration.ofMinutes(16));

        assertThat(show("Bearer " + TestIssuer.partner("school-42")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void only_who_shows_a_key_is_asked_for_one() {
        show("Bearer garbage").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void what_was_used_is_noted_once() {
        assertThat(show(key.shown()).statusCode()).isEqualTo(200);

        directory.noteUse(key.id(), clock.instant());

        assertThat(directory.takeUses()).containsKey(key.id());
        assertThat(directory.takeUses()).doesNotContainKey(key.id());
    }

    @Test
    void who_administers_the_keys_of_an_institution_is_its_partner_too() {
        String administrator =
                TestIssuer.of("partner-admin").institution("school-42").sign();

        assertThat(show("Bearer " + administrator).asString()).isEqualTo("school-42");
    }
}
