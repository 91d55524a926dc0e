package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Programs whose institution gives them a key instead of a token. */
@OnSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstitutionKeyIT {

    private static final int MOST = 20;

    private final Qadam qadam;
    private final Institution school;

    InstitutionKeyIT(Qadam qadam) {
        this.qadam = qadam;
        this.school = qadam.office().opens("school", "KZ-75");
    }

    private Response posts(Key key, Service service, String path, String json) {
        return qadam.authorized(service, key.shown())
                .contentType(ContentType.JSON)
                .body(json)
                .post(path);
    }

    @Test
    void a_program_with_a_key_enrols_completes_and_reads_its_receipt() throws IOException {
        Key key = Key.of(qadam, school);
        Enrolment enrolment = Enrolment.of(school, qadam.office().offers(36), "pupils");
        Completion completion = enrolment.completed(0);

        assertThat(posts(key, Service.ENROLMENT, "/v1/enrolments", enrolment.json())
                        .statusCode())
                .isEqualTo(201);
        Response completed = posts(key, Service.PROGRESS, "/v1/completions", completion.json());
        assertThat(completed.statusCode()).isEqualTo(201);

        String receipt = "/v1/receipts/" + completed.path("id");
        soon().untilAsserted(() -> assertThat(qadam.authorized(Service.REPORTING, key.shown())
                        .get(receipt)
                        .jsonPath()
                        .getMap("$"))
                .containsEntry("counts", true));
    }

    @Test
    void a_revoked_key_is_refused_everywhere_within_a_minute() throws IOException {
        Key key = Key.of(qadam, school);
        long start = System.nanoTime();

        key.revoke(qadam, school);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void fifty_who_ask_at_once_get_no_more_keys_than_an_institution_may_have() throws IOException {
        Institution university = qadam.office().opens("university", "KZ-71");
        String administrator = qadam.tokenOfAdministrator(university);

        List<CompletableFuture<Integer>> asking = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> qadam.bearer(Service.ENROLMENT, administrator)
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post(Key.PATH)
                        .statusCode()))
                .toList();

        assertThat(asking.stream().map(CompletableFuture::join).filter(status -> status == 201))
                .hasSize(MOST);
    }

    @Test
    void the_administrator_of_another_institution_neither_sees_nor_revokes_a_key() throws IOException {
        Key key = Key.of(qadam, school);
        Institution other = qadam.office().opens("company", "KZ-71");
        String administrator = qadam.tokenOfAdministrator(other);

        assertThat(qadam.bearer(Service.ENROLMENT, administrator)
                        .get(Key.PATH + "/" + key.id())
                        .statusCode())
                .isEqualTo(404);
        assertThat(qadam.bearer(Service.ENROLMENT, administrator)
                        .contentType(ContentType.JSON)
                        .body("{\"reason\": \"not mine\"}")
                        .post(Key.PATH + "/" + key.id() + "/revocation")
                        .statusCode())
                .isEqualTo(404);
        assertThat(key.read(qadam, Service.PROGRESS)).isEqualTo(200);
    }

    @Test
    void each_service_shows_when_a_key_was_used_there() throws IOException {
        Key key = Key.of(qadam, school);
        String administrator = qadam.tokenOfAdministrator(school);

        soon().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(answer(Service.ENROLMENT, administrator, Key.PATH + "/" + key.id())
                            .getString("lastUsedAt"))
                    .isNotNull();
            assertThat(answer(Service.PROGRESS, administrator, "/v1/completion-key-uses")
                            .<String>getList("items.keyId"))
                    .contains(key.id());
            assertThat(answer(Service.REPORTING, administrator, "/v1/receipt-key-uses")
                            .<String>getList("items.keyId"))
                    .contains(key.id());
        });
    }

    private JsonPath answer(Service service, String token, String path) {
        return qadam.bearer(service, token).get(path).jsonPath();
    }
}
