package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import kz.qadam.chassis.testing.Management;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PendingTest {

    private final Partner school = Partner.school();

    @Test
    void a_pending_completion_says_for_how_many_days_it_has_waited() {
        waitsFor("C", "3 days");

        school.get("/v1/completions?status=pending")
                .body("items[0].pendingDays", equalTo(3))
                .body("items[0].stale", equalTo(false));
    }

    @Test
    void a_completion_that_waited_is_published_with_the_time_that_is_stored() {
        Neighbours.describeCatalogue();
        school.completes("C", "E", "2026-03-01").statusCode(201);

        school.enrols("E", UUID.randomUUID(), "pupils", "AI-101");

        await().untilAsserted(() -> assertThat(school.statusOf("C")).isEqualTo("accepted"));
        String stored = school.get("/v1/completions/" + school.idOf("C") + "/history")
                .extract()
                .path("states[-1].recordedAt");
        await().untilAsserted(() -> assertThat(Published.members(school.idOf("C"), "recordedAt"))
                .last()
                .isEqualTo(stored));
    }

    @ParameterizedTest
    @CsvSource({"true, old", "false, new"})
    void completions_that_have_waited_for_too_long_are_listed_as_stale(String stale, String reference) {
        waitsFor("old", "31 days");
        waitsFor("new", "29 days");

        school.get("/v1/completions?stale=" + stale).body("items.reference", contains(reference));
    }

    @Test
    void metrics_say_how_many_wait_and_for_how_long() {
        waitsFor("old", "31 days");
        waitsFor("new", "29 days");

        assertThat(metric("qadam_completions_pending_stale")).isPositive();
        assertThat(metric("qadam_completions_pending_oldest_seconds")).isGreaterThanOrEqualTo(31 * 86_400);
        assertThat(metric("qadam_completions_pending")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_revoked_completion_waits_no_more() {
        waitsFor("C", "31 days");

        school.revokes("C").statusCode(200).body("pendingSince", nullValue());

        school.get("/v1/completions?stale=true").body("items", empty());
    }

    @Test
    void a_status_that_does_not_exist_is_refused() {
        school.get("/v1/completions?status=lost")
                .statusCode(400)
                .body("errors.parameter", contains("status"))
                .body("errors.code", contains("unknown-value"));
    }

    @Test
    void a_completion_is_either_stale_or_not() {
        school.get("/v1/completions?stale=perhaps").statusCode(400);
    }

    private void waitsFor(String reference, String time) {
        school.completes(reference, "none", "2026-03-01").statusCode(201);
        Records.change(
                "update completion set pending_since = now() - interval '%s' where institution = '%s' and reference = '%s'"
                        .formatted(time, school.institution(), reference));
    }

    private static double metric(String name) {
        return Management.metrics()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
