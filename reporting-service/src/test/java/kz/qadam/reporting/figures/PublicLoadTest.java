package kz.qadam.reporting.figures;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.whileLocked;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.awaitCohort;
import static org.hamcrest.Matchers.is;

import java.util.UUID;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.rollup.Dimension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Public questions about now read no database, so that they neither wait for it nor hold anybody else up. */
@ReportingTest
class PublicLoadTest {

    private static final String EVERYTHING =
            "lock table rollup_cell, rollup_cell_past, intake_batch, intake_clock, catalogue_fact, evaluated, tally,"
                    + " dead_letter_span in access exclusive mode";

    private final String cohort = "load-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void a_cohort() {
        givenCohort(cohort, 10L);
        awaitCohort(cohort);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/progress",
                "/v1/progress/total",
                "/v1/progress/total/breakdown?by=region",
                "/v1/progress/total/series?interval=month",
                "/v1/progress/total/forecast",
                "/v1/progress/coverage",
                "/datapackage.json"
            })
    void the_public_is_answered_while_all_figures_are_locked(String question) {
        whileLocked(EVERYTHING, () -> anonymous(question).statusCode(200));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NATION", "REGION", "COURSE", "AREA"},
            mode = EnumSource.Mode.EXCLUDE)
    void what_is_not_published_is_refused_without_a_look_at_the_database(Dimension by) {
        whileLocked(
                EVERYTHING,
                () -> anonymous("/v1/progress/" + cohort + "/breakdown", "by", by.code())
                        .statusCode(401)
                        .header("WWW-Authenticate", is("Bearer")));
    }
}
