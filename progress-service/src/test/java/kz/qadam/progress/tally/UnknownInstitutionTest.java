package kz.qadam.progress.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.OutboxEvents;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The office may name any text as an institution; none becomes a subject of an event that nobody vouches for. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class UnknownInstitutionTest {

    private static final String NUMBER = "991231100010";

    private final String unknown = "unknown-" + UUID.randomUUID();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void a_number_in_the_column_institution_is_neither_published_nor_repeated() {
        String answer = Office.post("office", "/v1/completions/batch", """
                        [{"reference":"%1$s","institution":"%1$s","enrolment":"E","completedOn":"2026-05-31"},
                         {"reference":"C","institution":"991231 100010","enrolment":"E","completedOn":"2026-05-31"}]
                        """.formatted(NUMBER))
                .body("rejected", equalTo(2))
                .body("results.problem.errors.flatten().code", hasItem("looks-like-iin"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain(NUMBER, "991231 100010");
        awaitFolding();
        assertThat(Published.all())
                .extracting(event -> event.key() + " " + event.subject())
                .noneMatch(named -> named.contains("991231"));
    }

    @Test
    void a_table_comes_back_without_the_number() {
        String answer = Office.postCsv("office", "/v1/completions/batch", """
                        reference,institution,enrolment,completedOn,_mine
                        C,%1$s,E,2026-05-31,=1+1
                        """.formatted(NUMBER))
                .extract()
                .asString();

        assertThat(answer).contains("C,,E,2026-05-31,'=1+1,2,rejected,").doesNotContain(NUMBER);
    }

    @Test
    void what_is_kept_is_counted_when_the_catalogue_describes_the_institution() {
        Office.post("office", "/v1/completions/batch", """
                        [{"reference":"C","institution":"%1$s","enrolment":"E","completedOn":"2026-05-31"},
                         {"reference":"D","institution":"%1$s","enrolment":"E","completedOn":"2126-05-31"}]
                        """.formatted(unknown))
                .body("pending", equalTo(1))
                .body("rejected", equalTo(1));
        awaitFolding();
        assertThat(tallies(unknown)).isEmpty();

        Neighbours.describeInstitution(unknown, 1, "active");

        await().untilAsserted(() -> assertThat(tallies(unknown))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.data().path("pendingNow").asInt()).isEqualTo(1)));
    }

    @Test
    void a_tally_that_waits_to_be_sent_under_a_number_is_parked_and_does_not_show_it() {
        String id = UUID.randomUUID().toString();

        OutboxEvents.waits(id, NUMBER + "/2026-05-31", "kz.qadam.intake.tallied.v1", "{}");

        await().untilAsserted(() -> Office.get("auditor", "/v1/parked")
                .body("events.find { it.id == '%s' }.reason".formatted(id), equalTo("looks-like-iin"))
                .body("events.find { it.id == '%s' }.subject".formatted(id), equalTo("[…]")));
        assertThat(Published.all()).extracting(PublishedEvent::id).doesNotContain(id);
        OutboxEvents.remove(id);
    }

    @Test
    void nothing_new_is_accepted_under_a_number() {
        Partner school = Partner.school();

        school.completes("991231-200017", "E", "2026-05-31")
                .statusCode(422)
                .body("errors.code", contains("looks-like-iin"));
        school.corrects("991231-200017", "").statusCode(422);
        school.revokes("991231-200017").statusCode(422);
    }

    /** When a later tally is told, all that came before it has been folded. */
    private static void awaitFolding() {
        Partner school = Partner.school();
        school.completes("C", "E", "2026-05-31").statusCode(201);
        await().untilAsserted(() -> assertThat(tallies(school.institution())).isNotEmpty());
    }

    /** Each once, also if it was sent again. */
    private static List<PublishedEvent> tallies(String institution) {
        return Published.all().stream()
                .filter(event -> event.subject().startsWith(institution + "/"))
                .distinct()
                .toList();
    }
}
