package kz.qadam.demo;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoGeneratorTest {

    private static final DemoPlan PLAN = new DemoPlan(2026, 0.05, LocalDate.of(2026, 11, 23), 2);
    private static final History HISTORY = DemoGenerator.history(PLAN);

    @Test
    void the_same_plan_makes_the_same_history() {
        assertThat(DemoGenerator.history(new DemoPlan(2026, 0.05, LocalDate.of(2026, 11, 23), 2)))
                .isEqualTo(HISTORY);
    }

    @Test
    void another_seed_makes_another_history() {
        assertThat(DemoGenerator.history(new DemoPlan(2027, 0.05, PLAN.until(), 2))
                        .enrolments())
                .isNotEqualTo(HISTORY.enrolments());
    }

    @Test
    void pupils_finish_most_in_May_and_hardly_anything_in_the_summer() {
        Map<Month, Long> months = HISTORY.completions().stream()
                .filter(completion -> completion.enrolment().cohort() == Cohort.PUPILS)
                .collect(groupingBy(completion -> completion.completedOn().getMonth(), counting()));

        assertThat(months.get(Month.MAY)).isGreaterThan(20 * months.getOrDefault(Month.JULY, 0L));
        assertThat(months.get(Month.MAY)).isEqualTo(Collections.max(months.values()));
    }

    @Test
    void the_second_year_brings_more_than_the_first() {
        LocalDate middle = PLAN.startsOn().plusYears(1);
        Map<Boolean, Long> years = HISTORY.completions().stream()
                .collect(groupingBy(completion -> completion.completedOn().isBefore(middle), counting()));

        assertThat(years.get(false)).isGreaterThan(2 * years.get(true));
    }

    @Test
    void all_of_it_is_sent_and_completions_with_their_enrolments() {
        List<Chunk> chunks = Chunk.of(HISTORY, 1_000);

        assertThat(chunks.stream().flatMap(chunk -> chunk.enrolments().stream()).sorted(comparing(Enrolment::number)))
                .containsExactlyElementsOf(HISTORY.enrolments());
        assertThat(chunks.stream()
                        .flatMap(chunk -> chunk.completions().stream())
                        .sorted(comparing(Completion::number)))
                .containsExactlyElementsOf(HISTORY.completions());
        assertThat(chunks)
                .allMatch(chunk -> Set.copyOf(chunk.enrolments())
                        .containsAll(chunk.completions().stream()
                                .map(Completion::enrolment)
                                .toList()));
    }

    @Test
    void nothing_is_dated_after_the_last_day() {
        assertThat(HISTORY.enrolments())
                .allMatch(enrolment -> !enrolment.enrolledOn().isAfter(PLAN.until()));
        assertThat(HISTORY.completions())
                .allMatch(completion -> !completion.completedOn().isAfter(PLAN.until()));
    }

    @Test
    void a_region_lags_and_the_others_do_not() {
        Figures count = PlainCount.of(HISTORY);

        assertThat(Region.ALL)
                .filteredOn(region -> {
                    Figure pupils = count.of("pupils " + region.code());
                    return pupils.trained() < pupils.enrolled() / 2;
                })
                .extracting(Region::code)
                .containsExactly("KZ-61");
    }

    @Test
    void a_large_institution_has_fallen_silent() {
        LocalDate last = HISTORY.completions().stream()
                .filter(completion ->
                        completion.enrolment().institution().code().equals("university-35-1"))
                .map(Completion::completedOn)
                .max(LocalDate::compareTo)
                .orElseThrow();

        assertThat(last).isBetween(PLAN.until().minusMonths(7), PLAN.until().minusMonths(6));
    }

    @Test
    void some_people_are_in_two_cohorts_and_some_at_two_institutions() {
        var people = HISTORY.enrolments().stream().collect(groupingBy(Enrolment::person));

        assertThat(people.values())
                .anyMatch(own -> own.stream().map(Enrolment::cohort).distinct().count() > 1)
                .anyMatch(own ->
                        own.stream().map(Enrolment::institution).distinct().count() > 1);
    }
}
