package kz.qadam.progress.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ParkedTest {

    private static final String RECORDED = "kz.qadam.completion.recorded.v1";
    private static final Path EXAMPLE =
            Path.of("src/main/resources/META-INF/resources/contracts", RECORDED, "examples/counts.json");

    private final String subject = UUID.randomUUID().toString();

    @Test
    void what_could_not_be_sent_is_shown_with_the_reason() {
        Records.change("""
                insert into outbox_event (publisher, id, key, type, subject, time, data, parked)
                values ('completions', '%1$s', '%1$s', 'kz.qadam.completion.recorded.v1', '%1$s', now(), '{}', 'RecordTooLargeException')
                """.formatted(subject));

        Office.get("auditor", "/v1/parked").statusCode(200).body("events.subject", hasItem(subject));

        Records.change("delete from outbox_event where subject = '" + subject + "'");
    }

    @Test
    void what_is_parked_is_sent_by_one_call_and_what_waits_behind_it_follows() throws IOException {
        add(subject, "'RecordTooLargeException'");
        add(subject, "null");
        Office.get("auditor", "/v1/parked")
                .statusCode(200)
                .body("events.find { it.subject == '" + subject + "' }.heldUp", equalTo(1));
        await().untilAsserted(() -> given().get("/q/health/well").then().body(containsString("\"parked\": 1")));
        String again = "/v1/parked/send-again";

        Partner.school().post(again, "{}").statusCode(403);
        Office.post("office", again, "{\"id\":\"" + UUID.randomUUID() + "\"}").body("events", equalTo(0));
        Office.post("office", again, "{\"id\":\"" + subject + "\"}")
                .statusCode(200)
                .body("events", equalTo(1));

        await().untilAsserted(() -> assertThat(Published.about(subject)).hasSize(2));
        await().untilAsserted(() -> given().get("/q/health/well").then().body(containsString("\"parked\": 0")));
    }

    @Test
    void that_a_cohort_was_evaluated_is_sent_after_all_before_it() throws IOException {
        String cohort = "cohort-" + subject;
        String later = UUID.randomUUID().toString();
        add(subject, "'RecordTooLargeException'");
        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{}");
        await().untilAsserted(() -> Office.get("viewer", "/v1/evaluations?status=finished&cohort=" + cohort)
                .statusCode(200)
                .body("items", hasSize(1)));
        add(later, "null");
        await().untilAsserted(() -> assertThat(Published.about(later)).hasSize(1));
        assertThat(Published.about("evaluation/" + cohort)).isEmpty();

        Office.post("office", "/v1/parked/send-again", "{}").statusCode(200);

        await().untilAsserted(() ->
                assertThat(Published.about("evaluation/" + cohort)).hasSize(1));
    }

    @Test
    void what_can_never_be_sent_is_given_up_with_a_reason_and_what_waits_behind_it_follows() throws IOException {
        add(subject, "'RecordTooLargeException'");
        add(subject, "null");
        String discard = "/v1/parked/discard";
        String wanted = "{\"id\":\"" + subject + "\",\"reason\":\"%s\"}";

        Partner.school().post(discard, wanted.formatted("Too large")).statusCode(403);
        Office.post("auditor", discard, wanted.formatted("Too large")).statusCode(403);
        Office.post("office", discard, "{\"id\":\"" + subject + "\"}").statusCode(400);
        Office.post("office", discard, wanted.formatted("Of 991231100010")).statusCode(422);
        Office.get("auditor", "/v1/parked").body("events.subject", hasItem(subject));
        Office.post("office", discard, wanted.formatted("Too large"))
                .statusCode(200)
                .body("events", equalTo(1));
        Office.post("office", discard, wanted.formatted("Too large"))
                .statusCode(200)
                .body("events", equalTo(0));

        Office.get("auditor", "/v1/parked").body("events.subject", not(hasItem(subject)));
        await().untilAsserted(() -> assertThat(Published.about(subject)).hasSize(1));
    }

    @Test
    void a_tally_that_can_never_be_sent_holds_back_no_evaluation() {
        String cohort = "cohort-" + subject;
        String tallied = "991231100010/2026-01-01";
        Records.change("""
                insert into outbox_event (publisher, id, key, type, subject, time, data)
                values ('completions', '%1$s', '%2$s', 'kz.qadam.intake.tallied.v1', '%2$s', now(), '{}')
                """.formatted(subject, tallied));
        await().untilAsserted(() -> Office.get("auditor", "/v1/parked")
                .body("events.find { it.id == '" + subject + "' }.reason", equalTo("looks-like-iin")));

        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{}");

        await().untilAsserted(() ->
                assertThat(Published.about("evaluation/" + cohort)).hasSize(1));
        Records.change("delete from outbox_event where id = '" + subject + "'");
    }

    /** An event of the outbox whose key and id are its subject. */
    private static void add(String subject, String parked) throws IOException {
        Records.change("""
                insert into outbox_event (publisher, id, key, type, subject, time, data, parked)
                values ('completions', '%1$s', '%1$s', '%2$s', '%1$s', now(), $data$%3$s$data$, %4$s)
                """.formatted(subject, RECORDED, Files.readString(EXAMPLE), parked));
    }

    @Test
    void what_could_not_be_read_is_shown_and_not_repeated() {
        Neighbours.send("qadam.enrolments", subject, "kz.qadam.enrolment.enrolled.v1", 1, "{\"version\":1}");

        await().untilAsserted(() ->
                Office.get("office", "/v1/parked").statusCode(200).body("deadLetters.subject", hasItem(subject)));
        Partner.school().get("/v1/parked").statusCode(403);
    }
}
