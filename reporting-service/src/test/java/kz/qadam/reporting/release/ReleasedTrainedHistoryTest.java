package kz.qadam.reporting.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReleasedTrainedHistoryTest {

    private static final Instant THROUGH = Instant.parse("2026-11-10T18:59:59.999999Z");

    @Test
    void without_a_release_there_is_no_first_day() {
        assertThat(ReleasedTrainedHistory.NONE.firstDay()).isNull();
    }

    @Test
    void month_ends_before_the_first_release_are_no_releases() {
        assertThat(history().firstDay()).isEqualTo("2026-11-10");
    }

    @Test
    void what_was_released_before_the_first_release_has_no_first_day() {
        assertThat(history().until(THROUGH.minusSeconds(1)).firstDay()).isNull();
    }

    private static ReleasedTrainedHistory history() {
        LocalDate on = LocalDate.parse("2026-11-10");
        LocalDate monthEnd = LocalDate.parse("2026-10-31");
        var nothing = new ReleasedCoverage.Row(null, 0, null, null, null, null);
        return ReleasedTrainedHistory.of(List.of(new Release(
                314,
                THROUGH,
                on,
                THROUGH,
                THROUGH,
                DisclosureRule.VERSION,
                ReleaseRhythm.DAILY,
                List.of(),
                null,
                List.of(),
                null,
                new MonthEndTables(THROUGH, monthEnd, null, List.of(), new ReleasedCoverage(30, nothing, List.of())),
                List.of(new PastMonthEndCounts(
                        LocalDate.parse("2026-09-30"),
                        List.of(new PastMonthEndCounts.OfCohort(
                                "pupils", 70L, List.of(new PastMonthEndCounts.OfRegion("KZ-75", 60L)))))),
                null)));
    }

    @Nested
    class OfMonthEndsBeforeTheFirstRelease {

        private static final LocalDate FROM = LocalDate.parse("2026-09-01");
        private static final LocalDate TO = LocalDate.parse("2026-09-30");

        @Test
        void the_country_has_a_number() {
            assertThat(history().country("pupils", FROM, TO)).hasValue(new ReleasedTrainedHistory.Released(TO, 70L));
        }

        @Test
        void the_regions_have_numbers() {
            assertThat(history().region("pupils", "KZ-75", FROM, TO))
                    .hasValue(new ReleasedTrainedHistory.Released(TO, 60L));
        }

        @Test
        void a_region_that_is_not_published_has_none() {
            assertThat(history().region("pupils", "KZ-71", FROM, TO))
                    .hasValue(new ReleasedTrainedHistory.Released(TO, null));
        }
    }

    @Nested
    class OfReleases {

        /** The pupils are too few for the country to be published weekly; the business people are not. */
        private static ReleasedTrainedHistory ofFourReleases() {
            ReleaseFixture releases = ReleaseFixture.openedOn("2026-04-30")
                    .cohort("pupils", 500_000L)
                    .cohort("business", 80_000L)
                    .trainedAtEach("pupils", "KZ-75", 2, 21)
                    .trainedAtEach("business", "KZ-75", 10, 101)
                    .release("2026-04-30")
                    .trainedAtEach("pupils", "KZ-75", 2, 27)
                    .trainedAtEach("business", "KZ-75", 10, 105)
                    .release("2026-05-17")
                    .trainedAtEach("business", "KZ-75", 10, 108)
                    .release("2026-05-20")
                    .trainedAtEach("pupils", "KZ-75", 2, 31)
                    .release("2026-05-31");
            return releases.published().history();
        }

        @Test
        void a_weekly_country_has_a_number_for_each_week_end_and_month_end_and_for_no_day_between() {
            assertThat(ofFourReleases().country("business"))
                    .isEqualTo(Map.of(
                            LocalDate.parse("2026-04-30"), 1_010L,
                            LocalDate.parse("2026-05-17"), 1_050L,
                            LocalDate.parse("2026-05-31"), 1_080L));
        }

        @Test
        void a_monthly_country_has_a_number_for_each_month_end_and_for_no_day_between() {
            assertThat(ofFourReleases().country("pupils"))
                    .isEqualTo(Map.of(LocalDate.parse("2026-04-30"), 40L, LocalDate.parse("2026-05-31"), 60L));
        }

        @Test
        void a_period_has_the_number_that_was_released_last_in_it() {
            assertThat(ofFourReleases()
                            .country("business", LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-20")))
                    .hasValue(new ReleasedTrainedHistory.Released(LocalDate.parse("2026-05-17"), 1_050L));
        }

        @Test
        void a_number_that_is_repeated_between_month_ends_says_its_own_day() {
            assertThat(ofFourReleases().country("pupils", LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-20")))
                    .hasValue(new ReleasedTrainedHistory.Released(LocalDate.parse("2026-04-30"), 40L));
        }

        @Test
        void a_period_without_a_release_has_no_number() {
            assertThat(ofFourReleases()
                            .country("business", LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-14")))
                    .isEmpty();
        }

        @Test
        void a_place_has_the_number_of_the_month_end() {
            assertThat(ofFourReleases()
                            .region("pupils", "south", LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31")))
                    .hasValue(new ReleasedTrainedHistory.Released(LocalDate.parse("2026-05-31"), 60L));
        }

        @Test
        void what_was_released_later_is_not_known() {
            assertThat(ofFourReleases()
                            .until(Instant.parse("2026-05-17T19:00:00Z"))
                            .country("business"))
                    .containsOnlyKeys(LocalDate.parse("2026-04-30"), LocalDate.parse("2026-05-17"));
        }
    }
}
