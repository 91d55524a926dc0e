package kz.qadam.progress.completion;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PendingTest {

    private final Partner school = Partner.school();

    @Test
    void what_waits_says_since_when_and_for_how_long() {
        waitsFor("C", "3 days");

        school.get("/v1/completions?status=pending")
                .body("items[0].pendingDays", equalTo(3))
                .body("items[0].stale", equalTo(false));
    }

    @Test
    void what_has_waited_for_too_long_is_stale_and_can_be_asked_for() {
        waitsFor("old", "31 days");
        waitsFor("new", "29 days");

        school.get("/v1/completions?stale=true").body("items.reference", contains("old"));
        school.get("/v1/completions?stale=false").body("items.reference", contains("new"));
        assertThat(metric("qadam_completions_pending_stale")).isPositive();
        assertThat(metric("qadam_completions_pending_oldest_seconds")).isGreaterThanOrEqualTo(31 * 86_400);
        assertThat(metric("qadam_completions_pending")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void what_is_revoked_waits_no_more() {
        waitsFor("C", "31 days");

        school.revokes("C").statusCode(200).body("pendingSince", nullValue());

        school.get("/v1/completions?stale=true").body("items", empty());
    }

    @Test
    void a_status_that_there_is_not_is_refused_with_those_that_there_are() {
        school.get("/v1/completions?status=lost")
                .statusCode(400)
                .body("errors.parameter", contains("status"))
                .body("errors.code", contains("unknown-value"));
        school.get("/v1/completions?stale=perhaps").statusCode(400);
    }

    private void waitsFor(String reference, String time) {
        school.completes(reference, "none", "2026-03-01").statusCode(201);
        Records.change(
                "update completion set pending_since = now() - interval '%s' where institution = '%s' and reference = '%s'"
                        .formatted(time, school.institution(), reference));
    }

    private static double metric(String name) {
        return get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
