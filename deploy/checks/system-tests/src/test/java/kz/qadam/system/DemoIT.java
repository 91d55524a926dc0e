package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The demo, much smaller than it is shown. */
@OnOtherSuite(SuiteKind.DEMO)
@Tag("pages")
class DemoIT {

    private final Qadam qadam;

    DemoIT(Qadam qadam) {
        this.qadam = qadam;
    }

    @Test
    void every_figure_equals_the_generators_own_count_also_when_everything_is_sent_again() throws IOException {
        assertThat(qadam.loadDemo()).isEmpty();
        qadam.auditor().findsThatTheRecountMatches();
        List<String> sent = Files.readAllLines(qadam.journalOfDemo());
        Files.delete(qadam.journalOfDemo());

        assertThat(qadam.loadDemo()).isEmpty();

        assertThat(Files.readAllLines(qadam.journalOfDemo())).containsExactlyInAnyOrderElementsOf(sent);
        qadam.auditor().findsThatTheRecountMatches();
    }
}
