package kz.qadam.progress.outbox;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ParkedTest {

    private final String subject = UUID.randomUUID().toString();

    @Test
    void what_could_not_be_sent_is_shown_with_the_reason() {
        Records.change("""
                insert into outbox (id, key, type, subject, time, data, parked)
                values ('%1$s', '%1$s', 'kz.qadam.completion.recorded.v1', '%1$s', now(), '{}', 'RecordTooLargeException')
                """.formatted(subject));

        Office.get("auditor", "/v1/parked").statusCode(200).body("events.subject", hasItem(subject));

        Records.change("delete from outbox where subject = '" + subject + "'");
    }

    @Test
    void what_could_not_be_read_is_shown_and_not_repeated() {
        Neighbours.send("qadam.enrolments", subject, "kz.qadam.enrolment.enrolled.v1", 1, "{\"version\":1}");

        await().untilAsserted(() ->
                Office.get("office", "/v1/parked").statusCode(200).body("deadLetters.subject", hasItem(subject)));
        Partner.school().get("/v1/parked").statusCode(403);
    }
}
