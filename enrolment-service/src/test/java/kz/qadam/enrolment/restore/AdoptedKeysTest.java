package kz.qadam.enrolment.restore;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.List;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.enrolment.DatabaseFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that were made and revoked in the lost hour. */
@QuarkusTest
class AdoptedKeysTest extends LostHour {

    private static final String PATH = "/v1/institution-keys/";

    private String id;
    private String secret;

    @BeforeEach
    void make_a_key() {
        ExtractableResponse<Response> made = administrator(school)
                .body("{}")
                .post("/v1/institution-keys")
                .then()
                .statusCode(201)
                .extract();
        id = made.path("id");
        secret = made.path("secret");
    }

    private int read() {
        return program(id, secret).get("/v1/enrolments").statusCode();
    }

    private void revoke() {
        administrator(school)
                .body("{\"reason\": \"The server was sold\"}")
                .post(PATH + id + "/revocation")
                .then()
                .statusCode(200);
    }

    private void forgetTheKey() {
        DatabaseFixture.execute("delete from key_use where key_id = '%s'".formatted(id));
        DatabaseFixture.execute("delete from institution_key where id = '%s'".formatted(id));
    }

    @Test
    void a_key_works_again() {
        List<DeliveredEvent> published = events("institution-key/" + id);
        forgetTheKey();

        restore(published);
        restore(published);

        await().untilAsserted(() -> assertThat(read()).isEqualTo(200));
        administrator(school).get(PATH + id).then().body("createdBy", equalTo("restored"));
        assertThat(published("institution-key/" + id)).isEqualTo(1);
    }

    @Test
    void a_key_that_was_revoked_stays_revoked() {
        List<DeliveredEvent> made = events("institution-key/" + id);
        revoke();
        List<DeliveredEvent> all = events("institution-key/" + id);
        forgetTheKey();
        restore(made);

        restore(all);

        await().untilAsserted(() -> assertThat(read()).isEqualTo(401));
        administrator(school)
                .get(PATH + id)
                .then()
                .body("revokedAt", notNullValue())
                .body("revocationReason", equalTo("restored"));
    }
}
