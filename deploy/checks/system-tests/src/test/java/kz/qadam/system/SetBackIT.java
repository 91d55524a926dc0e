package kz.qadam.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.io.IOException;
import java.nio.file.Path;
import kz.qadam.local.EarlierDatabases;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Databases go back to a backup while everything else went on, and are restored as the runbook says. */
class SetBackIT {

    private static final Path DATA = Path.of("target/set-back").toAbsolutePath();
    private static final int SOME_BATCHES = 60;
    private static final int NOTHING_LOST = 3;

    private Qadam qadam;
    private EarlierDatabases earlier;

    @BeforeEach
    void start() {
        qadam = Qadam.startAt(DATA);
    }

    @AfterEach
    void stop() {
        if (earlier != null) {
            earlier.close();
        }
        qadam.close();
    }

    private void setBackAndRestored(Service... services) throws Exception {
        Auditor auditor = qadam.auditor();
        var office = new OfficeWork(qadam);
        try (var load = new Load(qadam)) {
            load.keepBack(2 * SOME_BATCHES);
            load.begin();
            load.awaitBatches(SOME_BATCHES);
            earlier = qadam.suite().backUpDatabases(DATA.resolve("earlier"));
            load.goOn();
            load.awaitBatches(SOME_BATCHES);
            String past = "/v1/progress?asOf=" + auditor.get("/v1/progress").path("asOf");
            String answer = auditor.get(past).asString();
            earlier.mark();
            office.decide();
            load.awaitEnd();
            Figures counted = auditor.figures();
            archive("keys", 0);
            for (Service service : services) {
                // Its first step is to seal what is new.
                qadam.restart(service);
            }
            soon().untilAsserted(() -> assertThat(archive("fetch", 0)).doesNotContain("restored"));

            earlier.restore();
            for (Service service : services) {
                qadam.suite().setBack(service, earlier);
            }
            for (Service service : services) {
                awaitRefusal(service);
            }
            for (Service service : services) {
                assertThat(qadam.suite().restored(service)).isZero();
            }
            for (Service service : services) {
                soon().untilAsserted(() ->
                        qadam.anybody(service).get("/v1/nothing").then().statusCode(404));
                assertThat(qadam.suite().restored(service)).isEqualTo(NOTHING_LOST);
            }

            assertThat(load.postAllAgain()).containsOnly("duplicate");
            soon().untilAsserted(() -> assertThat(auditor.figures()).isEqualTo(counted));
            assertThat(auditor.get(past).asString()).isEqualTo(answer);
            office.holds();
        }
        auditor.findsThatTheRecountMatches();
        assertThat(auditor.get("/v1/audit/dead-letters").jsonPath().getList("items"))
                .isEmpty();
        soon().untilAsserted(() -> assertThat(archive("fetch", 1)).contains("Was the database restored?"));
        assertThat(archive("fetch-restored", 0)).contains("its database was restored");
        assertThat(archive("fetch", 0)).contains("its database was restored");
    }

    private void awaitRefusal(Service service) {
        soon().untilAsserted(() -> qadam.anybody(service)
                .get("/v1/nothing")
                .then()
                .statusCode(503)
                .body("detail", containsString("older than what the service has published")));
    }

    private String archive(String command, int exitCode) throws IOException, InterruptedException {
        Process process = qadam.archive(command, DATA.resolve("copy"));
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(exitCode);
        return said;
    }

    @Test
    void all_of_them_take_over_what_was_published() throws Exception {
        setBackAndRestored(Service.values());
    }
}
