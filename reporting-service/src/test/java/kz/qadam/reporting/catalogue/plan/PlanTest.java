package kz.qadam.reporting.catalogue.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);
    private static final Season SCHOOL_YEAR = new Season(List.of(10, 10, 10, 10, 10, 2, 0, 0, 8, 10, 10, 10));
    private static final LocalDate DIGITAL_NATION = LocalDate.of(2028, 9, 8);

    private static Plan plan(Season season, Milestone... milestones) {
        return new Plan(FIRST, LAST, 500_000, new PlanShape(List.of(milestones), season));
    }

    private static Milestone people(String on, long trained) {
        return new Milestone(LocalDate.parse(on), trained, null);
    }

    private static Milestone percent(String on, String percent) {
        return new Milestone(LocalDate.parse(on), null, new BigDecimal(percent));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 0",
        "2026-01-01, 0",
        "2026-01-02, 273",
        "2028-07-01, 249863",
        "2030-12-30, 499726",
        "2030-12-31, 500000",
        "2031-01-01, 500000"
    })
    void half_a_million_is_expected_along_a_straight_line(LocalDate on, long expected) {
        assertThat(plan(Season.EVEN).expected(on)).isEqualTo(expected);
    }

    @Test
    void july_adds_nothing_to_what_is_expected_of_pupils() {
        Plan pupils = plan(SCHOOL_YEAR, people("2028-09-08", 270_000));

        for (int year = 2026; year <= 2030; year++) {
            LocalDate july = LocalDate.of(year, 7, 1);
            assertThat(pupils.expected(july.plusDays(61))).isEqualTo(pupils.expected(july.minusDays(1)));
            assertThat(pupils.expected(july.plusDays(92))).isGreaterThan(pupils.expected(july));
        }
    }

    @Test
    void every_month_brings_its_share_of_the_year() {
        Plan pupils = plan(SCHOOL_YEAR);

        long october = pupils.expected(LocalDate.of(2027, 10, 31)) - pupils.expected(LocalDate.of(2027, 9, 30));
        long june = pupils.expected(LocalDate.of(2027, 6, 30)) - pupils.expected(LocalDate.of(2027, 5, 31));

        assertThat(october).isBetween(5 * june - 5, 5 * june + 5);
    }

    @Test
    void a_milestone_is_met_exactly_on_its_day() {
        Plan pupils = plan(SCHOOL_YEAR, people("2028-09-08", 270_001), percent("2027-12-31", "33.33"));

        assertThat(pupils.expected(DIGITAL_NATION)).isEqualTo(270_001);
        assertThat(pupils.expected(DIGITAL_NATION.minusDays(1))).isLessThan(270_001);
        assertThat(pupils.expected(LocalDate.of(2027, 12, 31))).isEqualTo(166_650);
    }

    @Test
    void a_share_of_the_target_is_rounded_down_to_whole_people() {
        Plan small = new Plan(FIRST, LAST, 7, new PlanShape(List.of(percent("2028-09-08", "50")), Season.EVEN));

        assertThat(small.expected(DIGITAL_NATION)).isEqualTo(3);
    }

    @Test
    void a_holiday_that_has_to_bring_something_brings_it_evenly() {
        Plan rushed = plan(SCHOOL_YEAR, people("2027-06-30", 100_000), people("2027-08-31", 106_200));

        assertThat(rushed.expected(LocalDate.of(2027, 7, 31))).isEqualTo(103_100);
    }

    @Test
    void a_milestone_outside_of_the_programme_is_ignored_and_one_above_the_target_is_capped() {
        Plan odd = plan(Season.EVEN, people("2025-06-01", 9), people("2028-01-01", 900_000), people("2031-01-01", 9));

        assertThat(odd.expected(LocalDate.of(2028, 1, 1))).isEqualTo(500_000);
        assertThat(odd.expected(LocalDate.of(2029, 1, 1))).isEqualTo(500_000);
        assertThat(odd.expected(LAST)).isEqualTo(500_000);
    }

    @Test
    void whatever_its_shape_a_plan_never_falls() {
        Random chance = new Random(20260101);
        for (int i = 0; i < 200; i++) {
            Season season = chance.nextBoolean()
                    ? Season.EVEN
                    : new Season(
                            Stream.concat(Stream.of(1), chance.ints(11, 0, 4).boxed())
                                    .toList());
            Milestone[] milestones = chance.ints(chance.nextInt(5), 0, 1_826)
                    .mapToObj(day -> new Milestone(FIRST.plusDays(day), (long) chance.nextInt(600_000), null))
                    .toArray(Milestone[]::new);
            Plan plan = plan(season, milestones);

            assertThat(IntStream.rangeClosed(0, 1_826).mapToObj(day -> plan.expected(FIRST.plusDays(day))))
                    .isSorted()
                    .startsWith(0L)
                    .endsWith(500_000L);
        }
    }

    @Test
    void the_days_of_a_year_weigh_one_on_average() {
        double sum = IntStream.rangeClosed(1, 366)
                .mapToDouble(day -> SCHOOL_YEAR.ofDay(LocalDate.ofYearDay(2028, day)))
                .sum();

        assertThat(sum).isBetween(365.999, 366.001);
    }

    @Test
    void a_season_has_twelve_months_of_which_one_weighs_something() {
        assertThatThrownBy(() -> new Season(List.of(1, 2, 3))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Season(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"100, 2030-12-01, 102", "1, 2026-01-01, 1", "0, 2026-01-01,", "100, 2030-12-31,", "100, 2031-06-01,"})
    void the_missing_people_are_spread_over_the_months_left_and_rounded_up(
            long remaining, LocalDate on, Long perMonth) {
        assertThat(Plan.requiredPerMonth(remaining, on, LAST)).isEqualTo(perMonth);
    }
}
