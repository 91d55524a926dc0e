package kz.qadam.system;

import static kz.qadam.system.Qadam.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.nio.file.Path;
import java.util.List;
import kz.qadam.local.EarlierDatabases;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Databases go back to a backup while everything else went on, and are restored as the runbook says. */
class SetBackIT {

    private static final Path DATA = Path.of("target/set-back").toAbsolutePath();
    private static final int SOME_BATCHES = 60;

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
        Figures before = auditor.figures();
        try (var load = new Load(qadam)) {
            load.begin();
            load.awaitBatches(SOME_BATCHES);
            earlier = qadam.suite().backUpDatabases(DATA.resolve("earlier"));
            load.awaitBatches(SOME_BATCHES);
            earlier.mark();
            load.awaitEnd();
            auditor.sees(load.count(), before);

            earlier.restore();
            for (Service service : services) {
                qadam.suite().setBack(service, earlier);
            }
            for (Service service : services) {
                soon().untilAsserted(() -> qadam.anybody(service)
                        .get("/v1/nothing")
                        .then()
                        .statusCode(503)
                        .body("detail", containsString("older than what the service has published")));
            }
            for (Service service : services) {
                assertThat(qadam.suite().restored(service)).isZero();
            }
            for (Service service : services) {
                soon().untilAsserted(() ->
                        qadam.anybody(service).get("/v1/nothing").then().statusCode(404));
                assertThat(qadam.suite().restored(service)).isEqualTo(3);
            }

            assertThat(load.postAllAgain()).containsOnly("duplicate");
            auditor.sees(load.count(), before);
        }
        auditor.findsThatTheRecountMatches();
        assertThat(auditor.get("/v1/audit/dead-letters").jsonPath().getList("items"))
                .isEqualTo(List.of());
    }

    @Test
    void progress_service() throws Exception {
        setBackAndRestored(Service.PROGRESS);
    }
}
