package kz.qadam.reporting.catalogue;

import static kz.qadam.reporting.CatalogueFixture.describeCohort;
import static kz.qadam.reporting.CatalogueFixture.evaluateCohort;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.CatalogueFixture.withdrawCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.recount;
import static kz.qadam.reporting.Requests.viewer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.CohortVersion;
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
        givenCohort("withdrawn-other", 10L);
        awaitCohort("withdrawn-other");
        beforeItsCreation = now();
        givenCohort(cohort, 10L);
        await().untilAsserted(() -> viewer(path).body("target", is(10)).body("because.cohort", not(hasItem(cohort))));
        asItExisted = now();
        withdrawCohort(cohort, 2);
        await().untilAsserted(() -> viewer(path).statusCode(404));
    }

    @Test
    void no_list_has_it() {
        viewer("/v1/progress").body("cohorts.cohort", not(hasItem(cohort)));
        viewer(path + "/series", "interval", "month").statusCode(404);
        viewer(path + "/forecast").statusCode(404);
        viewer(path + "/breakdown", "by", "region").statusCode(404);
        auditor("/v1/audit/figures/" + cohort).statusCode(404);
    }

    @Test
    void nothing_is_provisional_because_of_it() {
        viewer("/v1/progress").body("because.cohort", not(hasItem(cohort)));
        recount(Map.of()).body("inFlight.cohorts", not(hasItem(cohort)));
    }

    @Test
    void what_was_known_while_it_existed_stays() {
        viewer(path, "asOf", asItExisted).statusCode(200).body("target", is(10)).body("trained", is(0));
        viewer("/v1/progress", "asOf", asItExisted).body("cohorts.cohort", hasItem(cohort));
    }

    @Test
    void before_its_creation_it_was_not_known() {
        viewer(path, "asOf", beforeItsCreation).statusCode(404);
        viewer("/v1/progress", "asOf", beforeItsCreation).body("cohorts.cohort", not(hasItem(cohort)));
    }

    @Test
    void created_again_it_counts_from_zero() {
        describeCohort(cohort, CohortVersion.of(3, 20L));
        evaluateCohort(cohort, 2, 3);

        givenTrained(cohort, "2026-05-31");

        await().untilAsserted(() -> viewer(path)
                .body("target", is(20))
                .body("trained", is(1))
                .body("because.cohort", not(hasItem(cohort))));
        recount(Map.of("cohort", cohort)).body("matches", is(true)).body("inFlight.cohorts", empty());
    }
}
