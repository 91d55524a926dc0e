package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstallationTest {

    @TempDir
    Path directory;

    @Test
    void a_second_launcher_is_told_who_runs_already() throws Exception {
        var files = new Installation(directory);
        var ports = Ports.free();
        try (var claim = Claim.on(files.claim(), ports)) {
            assertThat(claim).isNotNull();
            assertThatThrownBy(() -> Claim.on(files.claim(), Ports.free()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()));
            assertThat(Claim.holder(files.claim())).contains(ports);
        }
        assertThat(Claim.holder(files.claim())).isEmpty();
    }

    @Test
    void what_outlived_its_launcher_is_ended_by_the_next() throws Exception {
        var ledger = new Ledger(directory.resolve("pids"));
        var leftover = Child.start(List.of("sleep", "60"), Map.of(), directory.resolve("log"), "KILL");
        ledger.add(leftover);

        ledger.clear();

        assertThat(leftover.isAlive()).isFalse();
    }

    @Test
    void a_process_that_only_has_the_number_of_a_leftover_is_spared() throws Exception {
        var ledger = new Ledger(directory.resolve("pids"));
        var stranger = Child.start(List.of("sleep", "60"), Map.of(), directory.resolve("log"), "KILL");
        Files.writeString(ledger.file(), stranger.pid() + " 2001-01-01T00:00:00Z\n");

        ledger.clear();

        assertThat(stranger.isAlive()).isTrue();
        stranger.kill();
    }
}
