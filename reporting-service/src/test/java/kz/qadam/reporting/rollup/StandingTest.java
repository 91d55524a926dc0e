package kz.qadam.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.qadam.reporting.fact.Completion;
import kz.qadam.reporting.fact.Enrolment;
import kz.qadam.reporting.fact.Trained;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 31);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final UUID AIGERIM = UUID.randomUUID();

    private final Standing nothing = new Standing(List.of(), List.of(), List.of());

    @Test
    void a_trained_learner_counts_in_the_nation_the_region_and_the_institution() {
        var advance = nothing.advance(List.of(trained("pupils", 1, MAY)));

        assertThat(advance.cells())
                .containsOnly(
                        java.util.Map.entry(new Cell(Measure.TRAINED, "pupils", "", "", MAY), 1L),
                        java.util.Map.entry(new Cell(Measure.TRAINED, "pupils", "KZ-75", "", MAY), 1L),
                        java.util.Map.entry(new Cell(Measure.TRAINED, "pupils", "KZ-75", "school-42", MAY), 1L),
                        java.util.Map.entry(new Cell(Measure.PEOPLE, "", "", "", MAY), 1L));
    }

    @Test
    void one_who_is_trained_no_more_leaves_all_cells() {
        var known = new Standing(List.of(), List.of(), List.of(trained("pupils", 1, MAY)));

        var advance = known.advance(List.of(new Trained(AIGERIM, "pupils", 2, 1, 1, null)));

        assertThat(advance.cells())
                .hasSize(4)
                .allSatisfy((cell, change) -> assertThat(change).isEqualTo(-1));
    }

    @Test
    void a_person_trained_in_a_second_cohort_on_an_earlier_day_counts_once_on_that_day() {
        var known = new Standing(List.of(), List.of(), List.of(trained("pupils", 1, JUNE)));

        var advance = known.advance(List.of(trained("citizens", 1, MAY)));

        assertThat(advance.cells())
                .containsEntry(new Cell(Measure.PEOPLE, "", "", "", MAY), 1L)
                .containsEntry(new Cell(Measure.PEOPLE, "", "", "", JUNE), -1L);
    }

    @Test
    void an_older_version_changes_nothing() {
        var known = new Standing(List.of(), List.of(), List.of(trained("pupils", 2, MAY)));

        var advance = known.advance(List.of(trained("pupils", 1, JUNE)));

        assertThat(advance).isEqualTo(new Advance(List.of(), List.of(), List.of(), java.util.Map.of()));
    }

    @Test
    void a_second_enrolment_in_the_cohort_adds_only_the_region_that_is_new() {
        var known = new Standing(List.of(), List.of(enrolment("KZ-75", "school-42")), List.of());

        var advance = known.advance(List.of(enrolment("KZ-71", "school-42")));

        assertThat(advance.cells())
                .containsOnly(java.util.Map.entry(new Cell(Measure.ENROLLED, "pupils", "KZ-71", "", Cell.ANY_DAY), 1L));
    }

    @Test
    void a_completion_that_does_not_count_is_in_no_cell() {
        var advance = nothing.advance(List.of(completion("refused", false)));

        assertThat(advance.cells()).isEmpty();
        assertThat(advance.completions()).hasSize(1);
    }

    private static Trained trained(String cohort, long version, LocalDate on) {
        return new Trained(
                AIGERIM,
                cohort,
                version,
                1,
                1,
                new Trained.By(on, UUID.randomUUID(), "school-42", "KZ-75", "AI-101", 1));
    }

    private static Enrolment enrolment(String region, String institution) {
        return new Enrolment(UUID.randomUUID(), 1, "E-1", institution, AIGERIM, "AI-101", "pupils", region, MAY, null);
    }

    private static Completion completion(String status, boolean counts) {
        return new Completion(
                UUID.randomUUID(),
                1,
                "C-1",
                "school-42",
                UUID.randomUUID(),
                AIGERIM,
                "AI-101",
                "pupils",
                "KZ-75",
                MAY,
                status,
                counts,
                null,
                0);
    }
}
