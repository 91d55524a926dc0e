package kz.qadam.reporting.figures;

import static kz.qadam.reporting.Asked.bytes;
import static kz.qadam.reporting.Asked.exact;
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
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class ForecastTest {

    @BeforeEach
    void seed() {
        Events.seed();
    }

    /** A hundred and twenty, in the first 240 days of the programme. */
    private static void trainedEveryOtherDay(String cohort) {
        for (int i = 0; i < 120; i++) {
            String day = LocalDate.of(2026, 1, 1).plusDays(2L * i).toString();
            Events.trained(cohort, "KZ-75", "school-42", day);
        }
    }

    @Test
    void it_says_when_how_many_how_sure_and_by_which_method() {
        Events.cohort("forecast", 900L);
        trainedEveryOtherDay("forecast");
        await().untilAsserted(() -> exact("/v1/progress/forecast").body("trained", is(120)));

        exact("/v1/progress/forecast/forecast", "on", "2026-08-28")
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
        exact("/v1/progress/forecast", "on", "2026-08-28")
                .body("forecast.status", is("forecast"))
                .body("forecast.atHorizon.p50", allOf(greaterThan(800), lessThan(1_000)));
    }

    @Test
    void the_same_question_about_the_past_has_the_same_bytes_whatever_comes_later() {
        Events.cohort("forecast-past", 900L);
        trainedEveryOtherDay("forecast-past");
        await().untilAsserted(() -> exact("/v1/progress/forecast-past").body("trained", is(120)));
        String then = exact("/v1/progress").extract().path("asOf");
        String before = bytes("/v1/progress/forecast-past/forecast", "asOf", then, "on", "2026-09-30");

        Events.trained("forecast-past", "KZ-75", "school-42", "2026-08-20");

        await().untilAsserted(() -> exact("/v1/progress/forecast-past").body("trained", is(121)));
        assertThat(bytes("/v1/progress/forecast-past/forecast", "asOf", then, "on", "2026-09-30"))
                .isEqualTo(before);
        exact("/v1/progress/forecast-past/forecast", "on", "2026-09-30").body("trained", is(121));
    }

    @Test
    void of_too_little_nothing_is_forecast() {
        Events.cohort("forecast-new", 900L);
        Events.trained("forecast-new", "KZ-75", "school-42", "2026-05-31");

        await().untilAsserted(() -> exact("/v1/progress/forecast-new/forecast", "on", "2026-08-31")
                .statusCode(200)
                .body("status", is("insufficient-data"))
                .body("trained", is(1))
                .body("window", nullValue())
                .body("reachedOn", nullValue())
                .body("atHorizon", nullValue())
                .body("probability", nullValue())
                .body("fan", empty()));
        exact("/v1/progress/forecast-new").body("forecast.status", is("insufficient-data"));
    }

    @Test
    void the_targeted_cohorts_together_have_one_too_and_nobody_has_none() {
        Events.cohort("forecast-all", 10L);

        await().untilAsserted(() -> exact("/v1/progress/total/forecast")
                .statusCode(200)
                .body("cohort", is("total"))
                .body("target", greaterThan(9)));
        exact("/v1/progress/nobody/forecast").statusCode(404);
        exact("/v1/progress/total/forecast", "on", "tomorrow").statusCode(400);
    }

    @Test
    void another_target_of_one_makes_another_forecast_of_all() {
        Events.cohort("forecast-again", 1, onceWithTarget(1, 0));
        await().untilAsserted(() -> exact("/v1/progress/total/forecast", "on", "1990-06-01")
                .body("target", is(0))
                .body("probability", is(1.0f)));

        Events.cohort("forecast-again", 2, onceWithTarget(2, 5));

        await().untilAsserted(() -> exact("/v1/progress/total/forecast", "on", "1990-06-01")
                .body("target", is(5))
                .body("probability", nullValue()));
    }

    /** Long before any other cohort had one. */
    private static String onceWithTarget(int version, int target) {
        return """
                {"version": %d, "validFrom": "1980-01-01", "target": %d, "requirement": {},
                 "recordedAt": "2026-01-01T00:00:00Z"}
                """.formatted(version, target);
    }
}
