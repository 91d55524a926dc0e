package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path directory;

    @Test
    void a_second_launcher_names_the_process_that_runs_already() throws Exception {
        var files = new Installation(directory);
        var ports = Ports.free();
        try (var lock = InstallationLock.on(files.lockFile(), ports)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> InstallationLock.on(files.lockFile(), Ports.free()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()));
            assertThat(InstallationLock.holder(files.lockFile())).contains(ports);
        }
        assertThat(InstallationLock.holder(files.lockFile())).isEmpty();
    }

    @Test
    void whoever_needs_a_token_finds_out_whether_keycloak_runs() throws Exception {
        var files = new Installation(directory);

        assertThat(files.tokens()).isInstanceOf(Issuer.class);
        try (var lock = InstallationLock.on(files.lockFile(), Ports.freeWithKeycloak())) {
            assertThat(lock).isNotNull();
            assertThat(files.tokens()).isInstanceOf(KeycloakTokens.class);
        }
    }

    @Test
    void what_outlived_its_launcher_is_ended_by_the_next() throws Exception {
        var ledger = new ProcessLedger(directory.resolve("pids"));
        var leftover = ChildProcess.start(List.of("sleep", "60"), Map.of(), directory.resolve("log"), "KILL");
        ledger.add(leftover);

        ledger.clear();

        assertThat(leftover.isAlive()).isFalse();
    }

    @Test
    void a_process_that_only_has_the_number_of_a_leftover_is_spared() throws Exception {
        var ledger = new ProcessLedger(directory.resolve("pids"));
        var stranger = ChildProcess.start(List.of("sleep", "60"), Map.of(), directory.resolve("log"), "KILL");
        Files.writeString(ledger.file(), stranger.pid() + " 2001-01-01T00:00:00Z\n");

        ledger.clear();

        assertThat(stranger.isAlive()).isTrue();
        stranger.kill();
    }

    @Test
    void an_installation_in_use_never_becomes_a_demo() throws Exception {
        var used = new Installation(directory);
        Files.createDirectories(used.directory().resolve("postgres"));

        assertThatThrownBy(() -> used.dedicate(Purpose.DEMO)).isInstanceOf(CannotStart.class);
    }

    @Test
    void a_demo_is_never_used() throws Exception {
        var demo = new Installation(directory);
        demo.dedicate(Purpose.DEMO);

        assertThatThrownBy(() -> demo.dedicate(Purpose.USE)).isInstanceOf(CannotStart.class);
    }

    @Test
    void what_a_killed_part_left_behind_is_deleted_when_it_starts_again() throws Exception {
        var files = new Installation(directory);
        Path temporary = files.emptied("kafka");
        Files.createDirectories(temporary.resolve("brotli"));
        Files.writeString(temporary.resolve("brotli/libbrotli.so"), "left behind");
        Path another = Files.createFile(files.emptied("reporting-service").resolve("kept"));

        assertThat(files.emptied("kafka")).isEqualTo(temporary).isEmptyDirectory();
        assertThat(another).exists();
    }

    @Test
    void a_sandbox_is_reset() throws Exception {
        var sandbox = new Installation(directory.resolve("sandbox"));
        sandbox.dedicate(Purpose.SANDBOX);

        sandbox.reset(Purpose.SANDBOX);

        assertThat(sandbox.directory()).doesNotExist();
    }

    @Test
    void an_installation_of_another_purpose_is_not_reset() throws Exception {
        var used = new Installation(directory);
        Files.createDirectories(used.directory().resolve("postgres"));

        assertThatThrownBy(() -> used.reset(Purpose.SANDBOX)).isInstanceOf(CannotStart.class);
        assertThat(used.directory()).exists();
    }

    @Test
    void an_installation_that_runs_is_not_reset() throws Exception {
        var sandbox = new Installation(directory);
        sandbox.dedicate(Purpose.SANDBOX);

        try (var lock = InstallationLock.on(sandbox.lockFile(), Ports.free())) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> sandbox.reset(Purpose.SANDBOX))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("stop it first");
        }
    }
}
