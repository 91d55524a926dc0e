package kz.qadam.reporting.rollup;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.reporting.fact.Cause;
import kz.qadam.reporting.fact.Completion;
import kz.qadam.reporting.fact.Enrolment;
import kz.qadam.reporting.fact.Trained;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 31);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final Areas AREAS = new Areas(Map.of("AI-101", "ai"));
    private static final UUID AIGERIM = UUID.randomUUID();

    private final Standing nothing = new Standing(AREAS, List.of(), List.of(), List.of());

    @Test
    void a_trained_learner_counts_in_the_nation_and_in_each_place_of_the_completion() {
        var advance = nothing.advance(List.of(trained("pupils", 1, MAY)));

        assertThat(advance.cells())
                .containsOnly(
                        entry(reported(Measure.TRAINED, "pupils", Grain.NATION, "", MAY), 1L),
                        entry(reported(Measure.TRAINED, "pupils", Grain.REGION, "KZ-75", MAY), 1L),
                        entry(reported(Measure.TRAINED, "pupils", Grain.INSTITUTION, "school-42", MAY), 1L),
                        entry(reported(Measure.TRAINED, "pupils", Grain.COURSE, "AI-101", MAY), 1L),
                        entry(reported(Measure.TRAINED, "pupils", Grain.AREA, "ai", MAY), 1L),
                        entry(reported(Measure.PEOPLE, "", Grain.NATION, "", MAY), 1L));
    }

    @Test
    void one_who_is_trained_no_more_leaves_all_cells() {
        var known = new Standing(AREAS, List.of(), List.of(), List.of(trained("pupils", 1, MAY)));

        var advance = known.advance(List.of(new Trained(AIGERIM, "pupils", 2, 1, 1, Cause.REVOCATION, null)));

        assertThat(advance.cells())
                .hasSize(6)
                .allSatisfy((cell, change) -> assertThat(change).isEqualTo(-1))
                .allSatisfy((cell, change) -> assertThat(cell.cause()).isEqualTo(Cause.REVOCATION));
    }

    @Test
    void a_person_trained_in_a_second_cohort_on_an_earlier_day_counts_once_on_that_day() {
        var known = new Standing(AREAS, List.of(), List.of(), List.of(trained("pupils", 1, JUNE)));

        var advance = known.advance(List.of(trained("citizens", 1, MAY)));

        assertThat(advance.cells())
                .containsEntry(reported(Measure.PEOPLE, "", Grain.NATION, "", MAY), 1L)
                .containsEntry(reported(Measure.PEOPLE, "", Grain.NATION, "", JUNE), -1L);
    }

    @Test
    void an_older_version_changes_nothing() {
        var known = new Standing(AREAS, List.of(), List.of(), List.of(trained("pupils", 2, MAY)));

        var advance = known.advance(List.of(trained("pupils", 1, JUNE)));

        assertThat(advance).isEqualTo(new Advance(List.of(), List.of(), List.of(), Map.of()));
    }

    @Test
    void a_second_enrolment_in_the_cohort_adds_only_the_region_that_is_new() {
        var known = new Standing(AREAS, List.of(), List.of(enrolment("KZ-75", "school-42")), List.of());

        var advance = known.advance(List.of(enrolment("KZ-71", "school-42")));

        assertThat(advance.cells())
                .containsOnly(entry(reported(Measure.ENROLLED, "pupils", Grain.REGION, "KZ-71", Cell.ANY_DAY), 1L));
    }

    @Test
    void a_completion_that_does_not_count_is_in_no_cell() {
        var advance = nothing.advance(List.of(completion("refused", false)));

        assertThat(advance.cells()).isEmpty();
        assertThat(advance.completions()).hasSize(1);
    }

    @Test
    void what_a_correction_moves_is_taken_and_given_by_it() {
        Completion first = completion(UUID.randomUUID(), 1, MAY, Cause.REPORT);
        var known = new Standing(AREAS, List.of(first), List.of(), List.of());

        var advance = known.advance(List.of(completion(first.id(), 2, JUNE, Cause.CORRECTION)));

        assertThat(advance.cells())
                .containsEntry(corrected(Measure.COMPLETIONS, MAY), -1L)
                .containsEntry(corrected(Measure.COMPLETIONS, JUNE), 1L)
                .containsEntry(corrected(Measure.COMPLETED, MAY), -1L)
                .containsEntry(corrected(Measure.COMPLETED, JUNE), 1L);
    }

    @Test
    void a_state_that_is_overtaken_in_its_own_batch_is_still_attributed() {
        UUID id = UUID.randomUUID();

        var advance = nothing.advance(
                List.of(completion(id, 2, JUNE, Cause.CORRECTION), completion(id, 1, MAY, Cause.REPORT)));

        assertThat(advance.completions()).extracting(Completion::version).containsExactly(2L);
        assertThat(advance.cells())
                .containsEntry(reported(Measure.COMPLETIONS, "pupils", Grain.NATION, "", MAY), 1L)
                .containsEntry(corrected(Measure.COMPLETIONS, MAY), -1L)
                .containsEntry(corrected(Measure.COMPLETIONS, JUNE), 1L);
    }

    @Test
    void a_second_completion_makes_nobody_complete_again_but_in_another_place() {
        Completion first = completion(UUID.randomUUID(), 1, MAY, Cause.REPORT);
        var known = new Standing(AREAS, List.of(first), List.of(), List.of());

        var advance = known.advance(List.of(completion(UUID.randomUUID(), 1, JUNE, Cause.REPORT)));

        assertThat(advance.cells().keySet())
                .extracting(one -> one.cell().measure())
                .containsOnly(Measure.COMPLETIONS);
    }

    /** Were each event judged by all that the learner has, this would take half an hour. */
    @Test
    @Timeout(60)
    void twenty_thousand_completions_of_one_learner_are_taken_in_at_once() {
        List<Completion> many = Stream.generate(() -> completion(UUID.randomUUID(), 1, MAY, Cause.REPORT))
                .limit(20_000)
                .toList();

        var advance = nothing.advance(many);

        assertThat(advance.cells())
                .containsEntry(reported(Measure.COMPLETIONS, "pupils", Grain.NATION, "", MAY), 20_000L)
                .containsEntry(reported(Measure.COMPLETED, "pupils", Grain.NATION, "", MAY), 1L);
    }

    @Test
    void a_course_that_changes_its_area_takes_its_people_along() {
        Completion one = completion(UUID.randomUUID(), 1, MAY, Cause.REPORT);

        var changes =
                new Reassignment(AREAS, new Areas(Map.of("AI-101", "big-data"))).ofPeople(List.of(one), List.of());

        assertThat(changes)
                .containsOnly(
                        entry(
                                new Attributed(
                                        new Cell(Measure.COMPLETED, "pupils", Grain.AREA, "ai", MAY), Cause.OTHER),
                                -1L),
                        entry(
                                new Attributed(
                                        new Cell(Measure.COMPLETED, "pupils", Grain.AREA, "big-data", MAY),
                                        Cause.OTHER),
                                1L));
    }

    private static Attributed reported(Measure measure, String cohort, Grain grain, String place, LocalDate day) {
        return new Attributed(new Cell(measure, cohort, grain, place, day), Cause.REPORT);
    }

    private static Attributed corrected(Measure measure, LocalDate day) {
        return new Attributed(new Cell(measure, "pupils", Grain.NATION, "", day), Cause.CORRECTION);
    }

    private static Completion completion(UUID id, long version, LocalDate day, Cause cause) {
        return new Completion(
                id,
                version,
                "C-1",
                "school-42",
                UUID.randomUUID(),
                AIGERIM,
                "AI-101",
                "pupils",
                "KZ-75",
                day,
                "accepted",
                true,
                null,
                cause,
                1,
                Instant.EPOCH);
    }

    private static Trained trained(String cohort, long version, LocalDate on) {
        return new Trained(
                AIGERIM,
                cohort,
                version,
                1,
                1,
                Cause.REPORT,
                new Trained.By(on, UUID.randomUUID(), "school-42", "KZ-75", "AI-101", 1));
    }

    private static Enrolment enrolment(String region, String institution) {
        return new Enrolment(
                UUID.randomUUID(), 1, "E-1", institution, AIGERIM, "AI-101", "pupils", region, MAY, null, Cause.REPORT);
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
                Cause.REPORT,
                0,
                Instant.EPOCH);
    }
}
