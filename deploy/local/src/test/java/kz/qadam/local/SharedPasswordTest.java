package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data of an earlier version, whose services knew the password of the superuser. */
class SharedPasswordTest {

    @TempDir
    Path home;

    private Postgres server;
    private ChildProcess process;
    private Database shared;

    @BeforeEach
    void start() throws IOException {
        server = Postgres.hasty(TestHome.binaries(), home, Ports.free(1)[0]);
        server.prepare(home.resolve("log"));
        Files.delete(home.resolve("passwords"));
        process = ChildProcess.start(server.command(), Map.of(), home.resolve("log"), "QUIT");
        await().until(server::answers);
        shared = server.superuser("postgres");
    }

    @AfterEach
    void stop() {
        process.stop("INT", Duration.ofSeconds(10));
    }

    @Test
    void the_superuser_gets_another_password_once() throws Exception {
        server.changeSharedPassword();
        Database own = server.superuser("postgres");

        server.changeSharedPassword();

        assertThat(server.superuser("postgres")).isEqualTo(own).isNotEqualTo(shared);
        assertThat(server.answers()).isTrue();
        assertThatThrownBy(shared::connect).hasMessageContaining("password authentication failed");
    }

    @Test
    void a_change_that_was_interrupted_before_it_was_noted_is_found_by_the_next_start() throws Exception {
        Files.writeString(home.resolve("password.next"), "another");
        try (var connection = shared.connect();
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password 'another'");
        }

        assertThat(server.answers()).isTrue();

        assertThat(server.superuser("postgres").password()).isEqualTo("another");
    }

    @Test
    void a_change_that_was_interrupted_before_it_was_made_is_made_by_the_next_start() throws Exception {
        Files.writeString(home.resolve("password.next"), "another");
        assertThat(server.answers()).isTrue();

        server.changeSharedPassword();

        assertThat(server.superuser("postgres").password()).isEqualTo("another");
        assertThat(server.answers()).isTrue();
    }
}
