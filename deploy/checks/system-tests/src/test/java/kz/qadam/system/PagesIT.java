package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README and the pages for its readers say works as it is written. */
@OnOtherSuite(SuiteKind.SANDBOX)
@Tag("pages")
class PagesIT {

    private final Qadam qadam;

    PagesIT(Qadam qadam) {
        this.qadam = qadam;
        awaitRelease();
    }

    /** A reader who has started a sandbox needs longer than a minute to come to the examples of what is public. */
    private void awaitRelease() {
        soon().untilAsserted(() ->
                qadam.anybody(Service.REPORTING).get("/v1/progress").then().body("asOf", notNullValue()));
    }

    @ParameterizedTest
    @MethodSource("kz.qadam.system.Pages#toRead")
    void every_example_of_a_page_works_and_is_answered_as_the_page_says(Path page)
            throws IOException, InterruptedException {
        assertThat(new PageExamples(page).faults(environment(), ports())).isEmpty();
    }

    @Test
    void a_claim_that_does_not_hold_is_found() throws IOException, InterruptedException {
        Path page = Files.createTempFile("page", ".md");
        Files.writeString(page, """
                ```bash
                # trained: 12345
                curl -s http://127.0.0.1:18083/v1/progress/pupils
                # 404 not-found
                curl -s http://127.0.0.1:18083/v1/progress
                ```
                """);

        assertThat(new PageExamples(page).faults(environment(), ports())).hasSize(2);
    }

    private Map<String, String> environment() {
        return Map.of(
                "QADAM_DATA", qadam.data().toString(),
                "QADAM_FRONT_PORT", Integer.toString(qadam.front().getPort()),
                "QADAM_ENROLMENT_PORT", port(Service.ENROLMENT),
                "QADAM_PROGRESS_PORT", port(Service.PROGRESS),
                "QADAM_REPORTING_PORT", port(Service.REPORTING));
    }

    /** Those of the pages, which also name the ports of a suite that is no sandbox. */
    private Map<String, String> ports() {
        String front = Integer.toString(qadam.front().getPort());
        return Map.of(
                "18080", front,
                "8080", front,
                "18081", port(Service.ENROLMENT),
                "18082", port(Service.PROGRESS),
                "18083", port(Service.REPORTING),
                "8083", port(Service.REPORTING));
    }

    private String port(Service service) {
        return Integer.toString(qadam.address(service).getPort());
    }
}
