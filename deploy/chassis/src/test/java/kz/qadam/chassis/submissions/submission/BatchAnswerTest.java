package kz.qadam.chassis.submissions.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.batch.Item;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Submitter;
import org.junit.jupiter.api.Test;

class BatchAnswerTest {

    private static final List<String> KEPT = List.of("accepted", "pending");

    private static ParsedItem<String> item(int index) {
        var item = new Item(index, null, null, null, null);
        return new ParsedItem<>(item, "content", Submitter.OFFICE, "school-42", "R-" + index, Optional.empty(), null);
    }

    private static JsonNode answer(BatchOptions options) throws JsonProcessingException {
        List<Outcome<String>> outcomes = List.of(
                new Outcome.Kept<>(201, "pending", UUID.randomUUID(), "view"),
                new Outcome.Rejected<>(Problem.notFound()),
                new Outcome.Repeated<>(UUID.randomUUID(), "view"));
        var answer = BatchAnswer.of(
                KEPT, options, List.of(item(0), item(1), item(2)), outcomes, view -> null, view -> Map.of());
        var json = new ObjectMapper();
        return json.readTree(json.writeValueAsString(answer));
    }

    @Test
    void each_verdict_has_a_member_in_the_order_that_the_domain_gives() throws JsonProcessingException {
        JsonNode answer = answer(BatchOptions.DEFAULT);

        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly(
                        "received", "accepted", "pending", "duplicate", "conflict", "rejected", "dryRun", "results");
        assertThat(answer.get("accepted").asInt()).isZero();
        assertThat(answer.get("pending").asInt()).isEqualTo(1);
        assertThat(answer.get("duplicate").asInt()).isEqualTo(1);
        assertThat(answer.get("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void what_was_right_in_an_atomic_batch_that_was_not_kept_is_counted_apart() throws JsonProcessingException {
        JsonNode answer = answer(new BatchOptions(false, true, Language.EN));

        assertThat(answer.get("pending").asInt()).isZero();
        assertThat(answer.get("notKept").asInt()).isEqualTo(1);
        assertThat(answer.at("/results/0/status").asText()).isEqualTo("not-kept");
    }
}
