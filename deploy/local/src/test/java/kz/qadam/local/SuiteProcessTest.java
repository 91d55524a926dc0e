package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteProcessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private final List<String> news = new CopyOnWriteArrayList<>();
    private SuiteProcess process;

    @AfterEach
    void stop() {
        process.kill();
    }

    @Test
    void a_process_that_is_killed_is_started_again() {
        process = running("sleep", "60");
        long first = process.pid();

        ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);

        await().until(() -> process.pid() != first && isAlive(process.pid()));
        await().untilAsserted(() -> assertThat(news).anyMatch(line -> line.contains("ended unexpectedly")));
    }

    @Test
    void a_process_that_ends_over_an_error_is_started_again() {
        process = running("sh", "-c", "exit 70");

        await().untilAsserted(() -> assertThat(news)
                .filteredOn(line -> line.contains("(exit code 70) and is started again"))
                .hasSizeGreaterThan(1));
    }

    @Test
    void a_process_that_is_stopped_stays_stopped() {
        process = running("sleep", "60");
        long first = process.pid();

        assertThat(process.stop("TERM", Duration.ofSeconds(5))).isTrue();

        await().during(Duration.ofMillis(500)).until(() -> process.pid() == first && !isAlive(first));
    }

    @Test
    void a_process_that_does_not_come_up_shows_the_end_of_its_log() {
        process = process("sh", "-c", "echo no such table; exit 3");
        var ready = process.start();

        assertThatThrownBy(ready::join)
                .hasCauseInstanceOf(CannotStart.class)
                .hasMessageContaining("sleeper")
                .hasMessageContaining("no such table");
    }

    private SuiteProcess running(String... command) {
        process = new SuiteProcess("sleeper", log(), () -> child(command), () -> true, PATIENCE, news::add);
        process.start().join();
        return process;
    }

    private SuiteProcess process(String... command) {
        return new SuiteProcess("sleeper", log(), () -> child(command), () -> false, PATIENCE, news::add);
    }

    private ChildProcess child(String... command) throws IOException {
        return ChildProcess.start(List.of(command), Map.of(), log(), "KILL");
    }

    private Path log() {
        return directory.resolve("log");
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
