package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The demo, much smaller than it is shown. It moves the programme's days, so it has a suite of its own. */
@TestInstance(Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoIT {

    private static final Path DATA = Path.of("target/demo").toAbsolutePath();
    private static final double SIZE = 1 / 200.0;

    private final Qadam qadam = Qadam.startOn(DATA);

    @Test
    void every_figure_equals_the_generators_own_count_also_when_everything_is_sent_again() throws Exception {
        Path journal = DATA.resolve("journal");
        assertThat(qadam.demonstrates(journal, SIZE)).isEmpty();
        qadam.auditor().findsThatTheRecountMatches();
        List<String> sent = Files.readAllLines(journal);
        Files.delete(journal);

        assertThat(qadam.demonstrates(journal, SIZE)).isEmpty();

        assertThat(Files.readAllLines(journal)).containsExactlyInAnyOrderElementsOf(sent);
        qadam.auditor().findsThatTheRecountMatches();
    }

    @AfterAll
    void stop() throws Exception {
        qadam.close();
    }
}
