package kz.qadam.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kafka is lost with everything in it, and filled again as the runbook says. */
class LostKafkaIT {

    private static final Path DATA = Path.of("target/lost-kafka").toAbsolutePath();

    private Qadam qadam;

    @AfterEach
    void stop() {
        qadam.close();
    }

    private static String restored(int exitCode) throws IOException, InterruptedException {
        Process process = Qadam.restoredKafka(DATA);
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(exitCode);
        return said;
    }

    @Test
    void the_services_go_on_where_they_were() throws Exception {
        qadam = Qadam.startAt(DATA);
        Institution school = qadam.office().opens("school", "KZ-75");
        Key key = Key.of(qadam, school);
        try (var load = new Load(qadam)) {
            load.begin();
            load.awaitEnd();
        }
        // Their offsets are not in the event log.
        qadam.kafka().redeliver(qadam.kafka().records("qadam.catalogue"));
        Figures before = qadam.auditor().figures();
        Map<String, String> enrolments = qadam.kafka().places("qadam.enrolments");
        Map<String, String> completions = qadam.kafka().places("qadam.completions");
        assertThat(restored(1)).contains("stop it first");
        // What reporting-service does not have yet.
        qadam.suite().kill(Service.REPORTING);
        Enrolment unread = Enrolment.of(school, qadam.office().offers(36), "pupils");
        qadam.partner(school).enrols(unread);
        qadam.partner(school).completes(unread.completed(0));
        soon().until(() ->
                qadam.operator(Service.PROGRESS).get("/q/metrics").asString().contains("qadam_backlog_rows 0.0"));
        qadam.close();
        assertThat(restored(1)).contains("there is nothing to restore");
        Qadam.delete(DATA.resolve("kafka"));

        assertThat(restored(0)).contains("events at their former offsets").contains("Start the suite");
        assertThat(restored(1)).contains("there is nothing to restore");

        qadam = Qadam.startAgain(DATA);
        Auditor auditor = qadam.auditor();
        assertThat(qadam.kafka().places("qadam.enrolments")).containsAllEntriesOf(enrolments);
        assertThat(qadam.kafka().places("qadam.completions")).containsAllEntriesOf(completions);
        key.awaitStatus(qadam, 200);
        Partner partner = qadam.partner(school);
        Enrolment enrolment = Enrolment.of(school, qadam.office().offers(36), "pupils");
        partner.enrols(enrolment);
        partner.completes(enrolment.completed(0));
        auditor.sees(
                PlainCount.of(
                        List.of(enrolment, unread),
                        List.of(enrolment.completed(0), unread.completed(0)),
                        Requirement.ANY_COURSE),
                before);
        auditor.findsThatTheRecountMatches();
        assertThat(qadam.operator(Service.PROGRESS).get("/q/health/well").asString())
                .doesNotContain("halted");
    }
}
