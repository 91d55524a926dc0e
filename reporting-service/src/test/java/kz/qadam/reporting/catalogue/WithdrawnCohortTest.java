package kz.qadam.reporting.catalogue;

import static kz.qadam.reporting.Asked.auditor;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.now;
import static kz.qadam.reporting.Asked.recount;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cohort that the office created, and withdrew before anybody was enrolled in it. */
@ReportingTest
class WithdrawnCohortTest {

    private final String cohort = "withdrawn-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/progress/" + cohort;
    private String beforeItsCreation;
    private String asItExisted;

    @BeforeEach
    void withdraw() {
        Events.seed();
        Events.cohort("withdrawn-other", 10L);
        await().untilAsserted(() -> exact("/v1/progress/withdrawn-other").statusCode(200));
        beforeItsCreation = now();
        Events.cohort(cohort, 10L);
        await().untilAsserted(() -> exact(path).body("target", is(10)).body("because.cohort", not(hasItem(cohort))));
        asItExisted = now();
        Events.withdrawn(cohort, 2);
        await().untilAsserted(() -> exact(path).statusCode(404));
    }

    @Test
    void nothing_lists_it() {
        exact("/v1/progress").body("cohorts.cohort", not(hasItem(cohort)));
        exact(path + "/series", "interval", "month").statusCode(404);
        exact(path + "/forecast").statusCode(404);
        exact(path + "/breakdown", "by", "region").statusCode(404);
        auditor("/v1/audit/figures/" + cohort).statusCode(404);
    }

    @Test
    void nothing_is_provisional_because_of_it() {
        exact("/v1/progress").body("because.cohort", not(hasItem(cohort)));
        recount(Map.of()).body("inFlight.cohorts", not(hasItem(cohort)));
    }

    @Test
    void what_was_known_while_it_existed_stays() {
        exact(path, "asOf", asItExisted).statusCode(200).body("target", is(10)).body("trained", is(0));
        exact("/v1/progress", "asOf", asItExisted).body("cohorts.cohort", hasItem(cohort));
    }

    @Test
    void before_its_creation_there_was_no_such_cohort() {
        exact(path, "asOf", beforeItsCreation).statusCode(404);
        exact("/v1/progress", "asOf", beforeItsCreation).body("cohorts.cohort", not(hasItem(cohort)));
    }

    @Test
    void created_again_it_counts_from_nothing() {
        Events.cohort(cohort, 3, """
                {"version": 3, "validFrom": "2000-01-01", "target": 20, "requirement": {},
                 "recordedAt": "2026-03-01T00:00:00Z"}
                """);
        Events.evaluated(cohort, 2, 1, 3);

        Events.trained(cohort, "KZ-75", "school-42", "2026-05-31");

        await().untilAsserted(() ->
                exact(path).body("target", is(20)).body("trained", is(1)).body("because.cohort", not(hasItem(cohort))));
        recount(Map.of("cohort", cohort)).body("matches", is(true)).body("inFlight.cohorts", empty());
    }
}
