package kz.qadam.progress.completion;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CompletionBatchTest {

    private static final String BATCH = "/v1/completions/batch";

    private final Partner school = Partner.school();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void a_batch_answers_for_every_row_in_its_order() {
        school.hasEnrolled("E", UUID.randomUUID());
        school.completes("C-1", "E", "2026-05-31").statusCode(201);

        school.csv(BATCH, """
                        reference;enrolment;completedOn;_note
                        C-1;E;31.05.2026;same
                        C-2;E;2026-06-01;
                        C-3;none;2026-06-01;
                        C-2;E;2026-06-02;
                        C-5;E;31/05/2026;
                        """)
                .statusCode(207)
                .body("received", equalTo(5))
                .body("results.status", contains("duplicate", "accepted", "pending", "conflict", "rejected"))
                .body("results.line", contains(2, 3, 4, 5, 6))
                .body("results[4].problem.errors[0].column", equalTo("completedOn"));
    }

    @Test
    void an_atomic_batch_with_one_bad_row_keeps_nothing() {
        school.send(BATCH + "?atomic=true", "application/x-ndjson;charset=utf-8", """
                        {"reference":"C-1","enrolment":"E","completedOn":"2026-05-31"}
                        {}
                        """.getBytes(UTF_8))
                .statusCode(207)
                .body("results.status", contains("not-kept", "rejected"))
                .body("notKept", equalTo(1));

        school.get("/v1/completions").body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"completedOn\":\"0000-01-01\"",
                "\"completedOn\":\"+12026-01-01\"",
                "\"completedOn\":\"2026-05-31\",\"score\":1e400",
                "\"completedOn\":\"2026-05-31\",\"score\":1e-999999999",
                "\"completedOn\":\"2026-05-31\",\"certificate\":\"\\ud800\"",
                "\"completedOn\":\"2026-05-31\",\"certificate\":\"\\u0000\""
            })
    void an_odd_value_hurts_its_own_row_alone(String odd) {
        school.post(BATCH + "?dryRun=true", """
                        [{"reference":"odd","enrolment":"E",%s},
                         {"reference":"C","enrolment":"E","completedOn":"2026-05-31"}]
                        """.formatted(odd))
                .statusCode(207)
                .body("results.status", contains("rejected", "pending"));
    }

    @Test
    void another_encoding_is_refused_and_the_right_one_named() {
        school.send(BATCH, "application/json", "[{\"reference\":\"a\"}]".getBytes(UTF_16LE))
                .statusCode(415)
                .body("detail", startsWith("The text is not UTF-8"));
    }
}
