package kz.qadam.reporting.figures;

import static kz.qadam.reporting.CatalogueFixture.describeCohort;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.viewer;
import static kz.qadam.reporting.Requests.viewerBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import kz.qadam.reporting.CohortVersion;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.Test;

@ReportingTest
class ForecastTest {

    /** A hundred and twenty, in the first 240 days of the programme. */
    private static void trainedEveryOtherDay(String cohort) {
        for (int i = 0; i < 120; i++) {
            String day = LocalDate.of(2026, 1, 1).plusDays(2L * i).toString();
            givenTrained(cohort, day);
        }
    }

    @Test
    void it_says_when_how_many_how_probably_and_by_which_method() {
        givenCohort("forecast", 900L);
        trainedEveryOtherDay("forecast");
        awaitTrained("forecast", 120);

        viewer("/v1/progress/forecast/forecast", "on", "2026-08-28")
                .statusCode(200)
                .body("cohort", is("forecast"))
                .body("status", is("forecast"))
                .body("method", is("seasonal-local-level-1"))
                .body("window.from", is("2026-01-03"))
                .body("window.to", is("2026-08-28"))
                .body("target", is(900))
                .body("trained", is(120))
                .body("horizon", is("2030-12-31"))
                .body("atHorizon.p50", allOf(greaterThan(800), lessThan(1_000)))
                .body("atHorizon.p10", greaterThan(120))
                .body("probability", allOf(greaterThan(0.3f), lessThan(0.8f)))
                .body("fan", hasSize(53))
                .body("fan[0].on", is("2026-08-31"))
                .body("fan[52].on", is("2030-12-31"));
    }

    @Test
    void the_figures_of_a_cohort_have_it_in_short() {
        givenCohort("forecast-short", 900L);
        trainedEveryOtherDay("forecast-short");
        awaitTrained("forecast-short", 120);

        viewer("/v1/progress/forecast-short", "on", "2026-08-28")
                .body("forecast.status", is("forecast"))
                .body("forecast.atHorizon.p50", allOf(greaterThan(800), lessThan(1_000)));
    }

    @Test
    void the_same_question_about_the_past_has_the_same_bytes_whatever_comes_later() {
        givenCohort("forecast-past", 900L);
        trainedEveryOtherDay("forecast-past");
        awaitTrained("forecast-past", 120);
        String then = now();
        String before = viewerBody("/v1/progress/forecast-past/forecast", "asOf", then, "on", "2026-09-30");

        givenTrained("forecast-past", "2026-08-20");

        awaitTrained("forecast-past", 121);
        assertThat(viewerBody("/v1/progress/forecast-past/forecast", "asOf", then, "on", "2026-09-30"))
                .isEqualTo(before);
        viewer("/v1/progress/forecast-past/forecast", "on", "2026-09-30").body("trained", is(121));
    }

    @Test
    void too_few_data_have_no_forecast() {
        givenCohort("forecast-new", 900L);
        givenTrained("forecast-new", "2026-05-31");

        await().untilAsserted(() -> viewer("/v1/progress/forecast-new/forecast", "on", "2026-08-31")
                .statusCode(200)
                .body("status", is("insufficient-data"))
                .body("trained", is(1))
                .body("window", nullValue())
                .body("reachedOn", nullValue())
                .body("atHorizon", nullValue())
                .body("probability", nullValue())
                .body("fan", empty()));
        viewer("/v1/progress/forecast-new").body("forecast.status", is("insufficient-data"));
    }

    @Test
    void the_cohorts_with_a_target_have_one_together() {
        givenCohort("forecast-all", 10L);

        await().untilAsserted(() -> viewer("/v1/progress/total/forecast")
                .statusCode(200)
                .body("cohort", is("total"))
                .body("target", greaterThan(9)));
    }

    @Test
    void an_unknown_cohort_has_none() {
        viewer("/v1/progress/nobody/forecast").statusCode(404);
    }

    @Test
    void a_day_in_another_form_is_refused() {
        viewer("/v1/progress/total/forecast", "on", "tomorrow").statusCode(400);
    }

    @Test
    void another_target_of_a_cohort_changes_the_forecast_of_all() {
        describeCohort("forecast-again", onceWithTarget(1, 0L));
        await().untilAsserted(() -> viewer("/v1/progress/total/forecast", "on", "1990-06-01")
                .body("target", is(0))
                .body("probability", is(1.0f)));

        describeCohort("forecast-again", onceWithTarget(2, 5L));

        await().untilAsserted(() -> viewer("/v1/progress/total/forecast", "on", "1990-06-01")
                .body("target", is(5))
                .body("probability", nullValue()));
    }

    /** Long before any other cohort had one. */
    private static CohortVersion onceWithTarget(long version, Long target) {
        return CohortVersion.of(version, target).from("1980-01-01");
    }
}
