package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The recount of somebody else, on a small history with corrections, merges, moves and erasures. */
class RecountTest {

    @Test
    void it_counts_what_follows_from_the_definition() throws IOException, InterruptedException {
        Said tests = Said.by(new ProcessBuilder("python3", "-m", "unittest", "-q", "test_recount")
                .directory(Repository.path("deploy/checks/recount").toFile())
                .redirectErrorStream(true)
                .start());

        assertThat(tests.exitCode()).as(tests.text()).isZero();
        assertThat(tests.text()).containsPattern("Ran [1-9][0-9] tests");
    }
}
