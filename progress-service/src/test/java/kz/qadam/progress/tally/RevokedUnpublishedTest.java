package kz.qadam.progress.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Completions that were received and will never be published are a stock of their own, so that nobody waits for them. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class RevokedUnpublishedTest {

    private final Partner school = Partner.school();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void a_completion_revoked_while_it_waits_is_no_more_pending_and_counts_as_unpublished() {
        school.completes("C", "E", "2026-03-01").statusCode(201);
        school.revokes("C").statusCode(200);

        awaitStocks(0, 1);
    }

    @Test
    void a_completion_revoked_before_it_came_counts_as_unpublished_once_it_is_received() {
        school.revokes("C").statusCode(201);
        school.completes("C", "E", "2026-03-01").statusCode(201);

        awaitStocks(0, 1);
    }

    @Test
    void when_its_enrolment_comes_a_revoked_completion_is_published() {
        school.completes("C", "E", "2026-03-01").statusCode(201);
        school.revokes("C").statusCode(200);
        awaitStocks(0, 1);

        school.enrols("E", UUID.randomUUID(), "pupils", "AI-101");

        awaitStocks(0, 0);
        await().untilAsserted(() ->
                assertThat(Published.types(school.idOf("C"))).containsExactly("kz.qadam.completion.revoked.v1"));
    }

    @Test
    void a_revoked_completion_that_others_know_never_counts_as_unpublished() {
        school.hasAccepted("C", "E", UUID.randomUUID());

        school.revokes("C").statusCode(200);

        await().untilAsserted(() -> assertThat(Published.types(school.idOf("C")))
                .containsExactly("kz.qadam.completion.recorded.v1", "kz.qadam.completion.revoked.v1"));
        awaitStocks(0, 0);
    }

    private void awaitStocks(int pending, int revokedUnpublished) {
        await().untilAsserted(() -> assertThat(newestTally()).hasValueSatisfying(tally -> {
            assertThat(tally.path("pendingNow").asInt()).as("pending").isEqualTo(pending);
            assertThat(tally.path("revokedUntoldNow").asInt(-1))
                    .as("revoked and unpublished")
                    .isEqualTo(revokedUnpublished);
        }));
    }

    private Optional<JsonNode> newestTally() {
        return Published.all().stream()
                .filter(event -> event.subject().startsWith(school.institution() + "/"))
                .map(PublishedEvent::data)
                .max(Comparator.comparing(tally -> tally.path("version").asInt()));
    }
}
