package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Test;

/** Services come and go; what they have answered stays. */
@OnOtherSuite(SuiteKind.PLAIN)
class OutageIT {

    private static final int BATCHES_BETWEEN_KILLS = 20;

    private static final int LOST_OF_EACH_PARTITION = 30;

    /** As many as a pool has connections. */
    private static final int REQUESTS = 20;

    private final Qadam qadam;
    private final Auditor auditor;
    private final Figures before;

    OutageIT(Qadam qadam) {
        this.qadam = qadam;
        this.auditor = qadam.auditor();
        this.before = auditor.figures();
    }

    @Test
    void killing_each_service_in_mid_load_loses_nothing_and_doubles_nothing() {
        try (var load = new Load(qadam)) {
            load.begin();

            Stream.concat(Stream.of(Service.values()), Stream.of(Service.values()))
                    .forEach(service -> {
                        load.awaitBatches(BATCHES_BETWEEN_KILLS);
                        kill(service);
                    });

            load.awaitEnd();
            Stream.of(Service.values()).forEach(this::awaitReady);
            auditor.sees(load.count(), before);
            auditor.findsThatTheRecountMatches();
        }
    }

    @Test
    void what_kafka_has_lost_is_sent_again_to_those_who_had_it_and_those_who_had_not() throws Exception {
        try (var load = new Load(qadam)) {
            load.begin();
            load.awaitBatches(BATCHES_BETWEEN_KILLS);
            // It is behind, and the others are ahead.
            signal("STOP", Service.REPORTING);
            load.awaitEnd();
            soon().until(() -> qadam.operator(Service.PROGRESS)
                    .get("/q/metrics")
                    .asString()
                    .contains("qadam_intake_lag 0.0"));
            Map<String, Long> ends = new HashMap<>(qadam.kafka().ends("qadam.enrolments"));
            ends.putAll(qadam.kafka().ends("qadam.completions"));

            qadam.suite().killKafka();
            for (Map.Entry<String, Long> end : ends.entrySet()) {
                qadam.suite().lose(end.getKey(), end.getValue() - LOST_OF_EACH_PARTITION);
            }
            qadam.suite().startKafka();
            signal("CONT", Service.REPORTING);

            auditor.sees(load.count(), before);
            auditor.findsThatTheRecountMatches();
        }
        assertThat(qadam.operator(Service.PROGRESS).get("/q/metrics").asString())
                .containsPattern("qadam_relay_sent_again_total\\{.*} [1-9]")
                .containsPattern("qadam_intake_went_back_total [1-9]");
    }

    private void signal(String signal, Service service) throws IOException, InterruptedException {
        long pid = qadam.process(service).pid();
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void the_services_stop_within_seconds_and_start_again_with_their_data_and_keys() throws Exception {
        Institution school = qadam.office().opens("school", "KZ-75");
        Key key = Key.of(qadam, school);
        Key revoked = Key.of(qadam, school).revoke(qadam, school);
        List<ProcessHandle> running =
                Stream.of(Service.values()).map(qadam::process).toList();

        running.forEach(ProcessHandle::destroy);

        for (ProcessHandle process : running) {
            process.onExit().get(25, TimeUnit.SECONDS);
        }
        Stream.of(Service.values()).forEach(this::awaitReady);
        assertThat(auditor.figures()).isEqualTo(before);
        key.awaitStatus(qadam, 200);
        revoked.awaitStatus(qadam, 401);
        auditor.findsThatTheRecountMatches();
    }

    @Test
    void the_first_requests_after_the_database_was_killed_and_is_back_are_answered() {
        try (var load = new Load(qadam)) {
            load.begin();
            load.awaitEnd();
        }
        Institution school = qadam.office().opens("school", "KZ-75");
        Partner partner = qadam.partner(school);
        Enrolment enrolment = Enrolment.of(school, qadam.office().offers(36), "pupils");
        ProcessHandle server = qadam.databaseServer();

        server.destroyForcibly();
        server.onExit().join();
        soon().until(() -> qadam.suite().databaseAnswers());

        partner.enrols(enrolment);
        partner.completes(enrolment.completed(0));
        for (int i = 0; i < REQUESTS; i++) {
            auditor.figures();
        }
    }

    /** By SIGKILL, and no earlier than it is up again from the last time. */
    private void kill(Service service) {
        awaitReady(service);
        qadam.process(service).destroyForcibly();
    }

    private void awaitReady(Service service) {
        soon().ignoreExceptions().until(() -> qadam.isReady(service));
    }
}
