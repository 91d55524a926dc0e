package kz.qadam.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.reporting.release.ReleaseFixture;
import kz.qadam.reporting.rollup.Dimension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the public is answered, from releases only. */
class PublishedAnswersTest {

    private static final int LARGE = 12;

    private static PublishedFigures published(ReleaseFixture releases) {
        return new PublishedFigures(new PublishedContext(releases.published(), "https://qadam.kz/definitions/7"));
    }

    private static Progress progress(ReleaseFixture releases) {
        return new FigureQuery.OfProgramme().answer(published(releases));
    }

    private static CohortFigures cohort(ReleaseFixture releases) {
        return progress(releases).cohorts().get(0);
    }

    private static ReleaseFixture pupils(long target) {
        return ReleaseFixture.openedOn("2026-10-31").cohort("pupils", target);
    }

    @Test
    void nothing_is_published_before_the_series_is_opened() {
        Progress progress = progress(ReleaseFixture.openedOn("2026-10-31"));

        assertThat(progress.head().asOf()).isNull();
        assertThat(progress.head().because())
                .extracting(ProvisionalReason::code)
                .containsExactly("not-opened");
        assertThat(progress.head().publication().nextRelease()).isNull();
        assertThat(progress.total().trained()).isNull();
        assertThat(progress.total().suppressed()).isTrue();
    }

    @Test
    void before_the_series_is_opened_every_cohort_has_no_figures() {
        var alone = new FigureQuery.OfCohort("pupils").answer(published(ReleaseFixture.openedOn("2026-10-31")));

        assertThat(alone.figures().counts().trained()).isNull();
        assertThat(alone.figures().targetProgress().status()).isNull();
    }

    @Test
    void people_are_counted_in_tens_rounded_down() {
        CohortFigures pupils = cohort(pupils(500_000)
                .trained("pupils", "KZ-75", "school-1", 25)
                .trained("pupils", "KZ-75", "school-2", 14)
                .release("2026-10-31"));

        assertThat(pupils.counts().trained()).isEqualTo(30);
        assertThat(pupils.targetProgress().remaining()).isEqualTo(499_970);
        assertThat(pupils.counts().completions()).isNull();
        assertThat(pupils.suppressed()).isNull();
    }

    @Test
    void the_head_names_the_release_its_rounding_and_the_next_one() {
        AnswerHead head = progress(pupils(500_000).release("2026-10-31")).head();

        assertThat(head.asOf()).isEqualTo("2026-10-31T18:59:59.999999Z").isEqualTo(head.dataThrough());
        assertThat(head.on()).isEqualTo("2026-10-31");
        assertThat(head.figureVersion()).isEqualTo(304);
        assertThat(head.audience()).isEqualTo(AnswerHead.Audience.published);
        assertThat(head.publication().rounding()).isEqualTo(new AnswerHead.Rounding(10, "down"));
        assertThat(head.publication().nextRelease()).isEqualTo("2026-11-02T01:00:00Z");
    }

    @Test
    void a_place_whose_people_two_schools_could_subtract_has_no_number() {
        Breakdown regions = breakdown(pupils(500_000)
                .trained("pupils", "KZ-75", "school-1", 9)
                .trained("pupils", "KZ-75", "school-2", 9)
                .trainedAtEach("pupils", "KZ-71", 5, 12)
                .release("2026-10-31"));

        assertThat(cell(regions, "south").counts().trained()).isNull();
        assertThat(cell(regions, "south").suppressed()).isTrue();
        assertThat(cell(regions, "north").counts().trained()).isEqualTo(60);
        assertThat(regions.country().trained()).isEqualTo(60);
    }

    @Test
    void the_country_may_have_more_people_than_its_published_places_add_up_to() {
        Breakdown regions = breakdown(pupils(500_000)
                .trained("pupils", "KZ-75", "school-1", 15)
                .trained("pupils", "KZ-75", "school-2", 10)
                .trained("pupils", "KZ-71", "school-3", 15)
                .trained("pupils", "KZ-71", "school-4", 10)
                .release("2026-10-31"));

        assertThat(cell(regions, "south").counts().trained()).isEqualTo(20);
        assertThat(cell(regions, "north").counts().trained()).isEqualTo(20);
        assertThat(regions.country().trained()).isEqualTo(50);
        assertThat(regions.country().notByRegion()).isEqualTo(10);
    }

    @Test
    void every_macro_region_has_a_cell_that_names_its_regions() {
        Breakdown regions = breakdown(pupils(500_000).release("2026-10-31"));

        assertThat(regions.cells())
                .extracting(Breakdown.Cell::key)
                .containsExactly("centre", "east", "north", "south", "unknown", "west");
        assertThat(cell(regions, "east"))
                .extracting(Breakdown.Cell::place, Breakdown.Cell::regions)
                .containsExactly("macro-region", List.of("KZ-10", "KZ-63"));
        assertThat(cell(regions, "unknown"))
                .extracting(Breakdown.Cell::place, Breakdown.Cell::regions)
                .containsExactly("region", null);
    }

    @Nested
    class OfDividedMacroRegions {

        private static ReleaseFixture released() {
            return pupils(500_000)
                    .cohort("students", 300_000L)
                    .trainedAtEach("pupils", "KZ-10", 2, 5_005)
                    .trainedAtEach("pupils", "KZ-63", 2, 5_005)
                    .trainedAtEach("students", "KZ-10", 2, 25)
                    .release("2026-10-31");
        }

        @Test
        void each_region_has_a_cell() {
            Breakdown regions = breakdown(released());

            assertThat(cell(regions, "KZ-10").counts().trained()).isEqualTo(10_010);
            assertThat(cell(regions, "KZ-10").place()).isEqualTo("region");
            assertThat(regions.cells()).extracting(Breakdown.Cell::key).doesNotContain("east");
        }

        @Test
        void the_total_has_the_macro_region_while_a_cohort_has_it() {
            Breakdown regions = new FigureQuery.ByDimension("total", Dimension.REGION).answer(published(released()));

            assertThat(cell(regions, "east").counts().trained()).isEqualTo(20_070);
        }

        @Test
        void a_macro_region_has_a_series_too() {
            Series series = new FigureQuery.OverTime(
                            "pupils",
                            Series.Scope.of("east", null),
                            new SeriesRange(SeriesInterval.MONTH, LocalDate.parse("2026-10-01"), null))
                    .answer(published(released()));

            assertThat(series.points()).extracting(Series.Point::trained).containsExactly(20_020L);
        }
    }

    @Test
    void a_small_cohort_keeps_the_numbers_of_the_last_month_end() {
        CohortFigures pupils = cohort(pupils(500_000)
                .trainedAtEach("pupils", "KZ-75", 3, 20)
                .release("2026-10-31")
                .trainedAtEach("pupils", "KZ-75", 3, 30)
                .release("2026-11-01"));

        assertThat(pupils.counts().trained()).isEqualTo(60);
        assertThat(pupils.on()).isEqualTo("2026-10-31");
    }

    @Test
    void a_large_cohort_has_new_numbers_on_sunday() {
        CohortFigures pupils = cohort(pupils(500_000)
                .trainedAtEach("pupils", "KZ-75", LARGE, 100)
                .release("2026-10-31")
                .trainedAtEach("pupils", "KZ-75", LARGE, 101)
                .release("2026-11-01"));

        assertThat(pupils.counts().trained()).isEqualTo(1_210);
        assertThat(pupils.on()).isEqualTo("2026-11-01");
    }

    @Test
    void the_regions_of_a_large_cohort_stay_those_of_the_last_month_end() {
        Breakdown regions = breakdown(pupils(500_000)
                .trainedAtEach("pupils", "KZ-75", LARGE, 100)
                .release("2026-10-31")
                .trainedAtEach("pupils", "KZ-75", LARGE, 101)
                .release("2026-11-01"));

        assertThat(cell(regions, "south").counts().trained()).isEqualTo(1_200);
        assertThat(regions.head().on()).isEqualTo("2026-10-31");
    }

    /** By the end of October 2026 a plan of 2,200 in equal steps expects 365; 95 % of it are 346.75. */
    @Test
    void a_cohort_is_behind_only_if_no_hidden_person_could_change_it() {
        assertThat(cohort(pupils(2_200)
                        .trainedAtEach("pupils", "KZ-75", LARGE, 29)
                        .release("2026-10-31")))
                .extracting(
                        pupils -> pupils.counts().trained(),
                        pupils -> pupils.targetProgress().status())
                .containsExactly(340L, "on-track");
        assertThat(cohort(pupils(2_200)
                        .trainedAtEach("pupils", "KZ-75", LARGE, 28)
                        .release("2026-10-31")))
                .extracting(
                        pupils -> pupils.counts().trained(),
                        pupils -> pupils.targetProgress().status())
                .containsExactly(330L, "behind");
    }

    @Test
    void a_cohort_without_a_number_has_no_status_and_is_not_on_track() {
        Progress progress = progress(pupils(500_000).release("2026-10-31"));

        assertThat(progress.cohorts().get(0).targetProgress().status()).isNull();
        assertThat(progress.total().cohortsOnTrack()).isZero();
    }

    @Test
    void that_a_large_target_is_reached_is_published_exactly() {
        CohortFigures pupils = cohort(pupils(1_205)
                .trainedAtEach("pupils", "KZ-75", LARGE, 100)
                .trained("pupils", "KZ-75", "school-1", 8)
                .release("2026-10-31"));

        assertThat(pupils.targetProgress().status()).isEqualTo("reached");
        assertThat(pupils.counts().trained()).isEqualTo(1_200);
        assertThat(pupils.targetProgress().remaining()).isZero();
    }

    @Test
    void a_series_has_the_numbers_as_they_were_released() {
        Series series = series(
                pupils(500_000)
                        .trainedAtEach("pupils", "KZ-75", 3, 20)
                        .release("2026-10-31")
                        .trainedAtEach("pupils", "KZ-75", 3, 15)
                        .release("2026-11-30"),
                SeriesInterval.MONTH);

        assertThat(series.points())
                .filteredOn(point -> point.trained() != null)
                .extracting(Series.Point::period, Series.Point::trained, Series.Point::newlyTrained)
                .containsExactly(tuple("2026-10", 60L, null), tuple("2026-11", 40L, -20L));
    }

    @Test
    void by_day_only_the_ends_of_weeks_and_months_have_numbers() {
        Series series = series(
                pupils(500_000)
                        .trainedAtEach("pupils", "KZ-75", LARGE, 100)
                        .release("2026-10-31")
                        .trainedAtEach("pupils", "KZ-75", LARGE, 101)
                        .release("2026-11-01")
                        .trainedAtEach("pupils", "KZ-75", LARGE, 102)
                        .release("2026-11-02")
                        .release("2026-11-03"),
                SeriesInterval.DAY);

        assertThat(series.points())
                .extracting(Series.Point::period, Series.Point::trained, Series.Point::suppressed)
                .containsExactly(
                        tuple("2026-10-31", 1_200L, null),
                        tuple("2026-11-01", 1_210L, null),
                        tuple("2026-11-02", null, null),
                        tuple("2026-11-03", null, null));
    }

    @Test
    void a_region_has_a_series_only_by_month() {
        ReleaseFixture releases = pupils(500_000).release("2026-10-31");
        var byDay = new FigureQuery.OverTime(
                "pupils", Series.Scope.of("KZ-75", null), new SeriesRange(SeriesInterval.DAY, null, null));

        assertThatThrownBy(() -> byDay.answer(published(releases))).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Dimension.class,
            names = {"NATION", "REGION", "COURSE", "AREA"},
            mode = EnumSource.Mode.EXCLUDE)
    void only_places_courses_and_areas_are_published(Dimension other) {
        assertThat(new FigureQuery.ByDimension("pupils", other).hasPublishedAnswer())
                .isFalse();
    }

    @Test
    void the_series_of_an_institution_is_not_published() {
        assertThat(new FigureQuery.OverTime(
                                "pupils",
                                Series.Scope.of(null, "school-42"),
                                new SeriesRange(SeriesInterval.MONTH, null, null))
                        .hasPublishedAnswer())
                .isFalse();
    }

    @Test
    void courses_are_counted_in_hundreds() {
        Breakdown courses = new FigureQuery.ByDimension("pupils", Dimension.COURSE)
                .answer(published(pupils(500_000)
                        .trainedAtEach("pupils", "KZ-75", LARGE, 21)
                        .release("2026-10-31")));

        assertThat(courses.cells())
                .extracting(Breakdown.Cell::key, cell -> cell.counts().trained())
                .containsExactly(tuple("AI-101", 200L));
    }

    @Test
    void a_cohort_that_the_release_does_not_have_is_unknown() {
        ReleaseFixture releases = pupils(500_000).release("2026-10-31");

        assertThatThrownBy(() -> new FigureQuery.OfCohort("students").answer(published(releases)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void the_columns_of_a_table_say_that_the_numbers_are_at_least() {
        String csv = new String(
                progress(pupils(500_000).release("2026-10-31")).table().bytes(false), StandardCharsets.UTF_8);

        assertThat(csv.lines().findFirst().orElseThrow())
                .contains("enrolled_at_least,completed_at_least,trained_at_least", "cohort_on")
                .doesNotContain("completions");
    }

    private static Breakdown breakdown(ReleaseFixture releases) {
        return new FigureQuery.ByDimension("pupils", Dimension.REGION).answer(published(releases));
    }

    private static Breakdown.Cell cell(Breakdown breakdown, String key) {
        return breakdown.cells().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Series series(ReleaseFixture releases, SeriesInterval interval) {
        LocalDate from = interval == SeriesInterval.DAY ? LocalDate.parse("2026-10-31") : null;
        return new FigureQuery.OverTime("pupils", Series.Scope.of(null, null), new SeriesRange(interval, from, null))
                .answer(published(releases));
    }
}
