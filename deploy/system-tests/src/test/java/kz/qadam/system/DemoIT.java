package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import kz.qadam.system.DemoSuite.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo, much smaller than it is shown. */
@ExtendWith(DemoSuite.class)
class DemoIT {

    private final Demo demo;

    DemoIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void every_figure_equals_the_generators_own_count_also_when_everything_is_sent_again() throws Exception {
        assertThat(demo.differences()).isEmpty();
        demo.qadam().auditor().findsThatTheRecountMatches();
        List<String> sent = Files.readAllLines(demo.journal());
        Files.delete(demo.journal());

        assertThat(demo.loadAgain()).isEmpty();

        assertThat(Files.readAllLines(demo.journal())).containsExactlyInAnyOrderElementsOf(sent);
        demo.qadam().auditor().findsThatTheRecountMatches();
    }
}
