package kz.qadam.reporting.rollup;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.reporting.rollup.fact.Cause;
import kz.qadam.reporting.rollup.fact.Completion;
import kz.qadam.reporting.rollup.fact.Enrolment;
import kz.qadam.reporting.rollup.fact.Trained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RollUpUpdateTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 31);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final DerivedMembers DERIVED = new DerivedMembers(
            Map.of(Dimension.AREA, Map.of("AI-101", "ai"), Dimension.KIND, Map.of("school-42", "school")));
    private static final UUID AIGERIM = UUID.randomUUID();

    private final RollUpUpdate nothing = new RollUpUpdate(DERIVED, List.of(), List.of(), List.of());

    @Test
    void a_trained_learner_counts_in_each_dimension_of_the_completion() {
        var changes = nothing.take(List.of(trained("pupils", 1, MAY)));

        Map<CellPart, Long> expected = new HashMap<>(Map.of(
                reported(Measure.TRAINED, "pupils", Dimension.NATION, "", MAY), 1L,
                reported(Measure.TRAINED, "pupils", Dimension.REGION, "KZ-75", MAY), 1L,
                reported(Measure.TRAINED, "pupils", Dimension.INSTITUTION, "school-42", MAY), 1L,
                reported(Measure.TRAINED, "pupils", Dimension.COURSE, "AI-101", MAY), 1L,
                reported(Measure.TRAINED, "pupils", Dimension.AREA, "ai", MAY), 1L,
                reported(Measure.TRAINED, "pupils", Dimension.KIND, "school", MAY), 1L,
                reported(Measure.PEOPLE, "", Dimension.NATION, "", MAY), 1L));
        Dimension.ATTRIBUTES.forEach(
                one -> expected.put(reported(Measure.TRAINED, "pupils", one, DerivedMembers.UNKNOWN, MAY), 1L));
        assertThat(changes.cells()).isEqualTo(expected);
    }

    @Test
    void a_learner_who_is_no_longer_trained_leaves_all_cells() {
        var known = new RollUpUpdate(DERIVED, List.of(), List.of(), List.of(trained("pupils", 1, MAY)));

        var changes = known.take(List.of(new Trained(AIGERIM, "pupils", 2, 1, 1, Cause.REVOCATION, null)));

        assertThat(changes.cells())
                .hasSize(Dimension.values().length + 1)
                .allSatisfy((cell, change) -> assertThat(change).isEqualTo(-1))
                .allSatisfy((cell, change) -> assertThat(cell.cause()).isEqualTo(Cause.REVOCATION));
    }

    @Test
    void a_person_trained_in_a_second_cohort_on_an_earlier_day_counts_once_on_that_day() {
        var known = new RollUpUpdate(DERIVED, List.of(), List.of(), List.of(trained("pupils", 1, JUNE)));

        var changes = known.take(List.of(trained("citizens", 1, MAY)));

        assertThat(changes.cells())
                .containsEntry(reported(Measure.PEOPLE, "", Dimension.NATION, "", MAY), 1L)
                .containsEntry(reported(Measure.PEOPLE, "", Dimension.NATION, "", JUNE), -1L);
    }

    @Test
    void an_older_version_changes_nothing() {
        var known = new RollUpUpdate(DERIVED, List.of(), List.of(), List.of(trained("pupils", 2, MAY)));

        var changes = known.take(List.of(trained("pupils", 1, JUNE)));

        assertThat(changes).isEqualTo(new RollUpChanges(List.of(), List.of(), List.of(), Map.of()));
    }

    @Test
    void a_second_enrolment_in_the_cohort_adds_only_the_region_that_is_new() {
        var known = new RollUpUpdate(DERIVED, List.of(), List.of(enrolment("KZ-75", "school-42")), List.of());

        var changes = known.take(List.of(enrolment("KZ-71", "school-42")));

        assertThat(changes.cells())
                .containsOnly(entry(reported(Measure.ENROLLED, "pupils", Dimension.REGION, "KZ-71", Cell.ANY_DAY), 1L));
    }

    @Test
    void a_completion_that_does_not_count_is_in_no_cell() {
        var changes = nothing.take(List.of(completion(UUID.randomUUID(), 1, MAY, "refused", Cause.REPORT)));

        assertThat(changes.cells()).isEmpty();
        assertThat(changes.completions()).hasSize(1);
    }

    @Test
    void a_correction_is_the_cause_of_what_it_moves() {
        Completion first = completion(UUID.randomUUID(), 1, MAY, Cause.REPORT);
        var known = new RollUpUpdate(DERIVED, List.of(first), List.of(), List.of());

        var changes = known.take(List.of(completion(first.id(), 2, JUNE, Cause.CORRECTION)));

        assertThat(changes.cells())
                .containsEntry(corrected(Measure.COMPLETIONS, MAY), -1L)
                .containsEntry(corrected(Measure.COMPLETIONS, JUNE), 1L)
                .containsEntry(corrected(Measure.COMPLETED, MAY), -1L)
                .containsEntry(corrected(Measure.COMPLETED, JUNE), 1L);
    }

    @Test
    void a_state_that_is_replaced_in_its_own_batch_has_its_own_cause() {
        UUID id = UUID.randomUUID();

        var changes =
                nothing.take(List.of(completion(id, 2, JUNE, Cause.CORRECTION), completion(id, 1, MAY, Cause.REPORT)));

        assertThat(changes.completions()).extracting(Completion::version).containsExactly(2L);
        assertThat(changes.cells())
                .containsEntry(reported(Measure.COMPLETIONS, "pupils", Dimension.NATION, "", MAY), 1L)
                .containsEntry(corrected(Measure.COMPLETIONS, MAY), -1L)
                .containsEntry(corrected(Measure.COMPLETIONS, JUNE), 1L);
    }

    @Test
    void a_second_completion_in_the_same_place_completes_nobody_again() {
        Completion first = completion(UUID.randomUUID(), 1, MAY, Cause.REPORT);
        var known = new RollUpUpdate(DERIVED, List.of(first), List.of(), List.of());

        var changes = known.take(List.of(completion(UUID.randomUUID(), 1, JUNE, Cause.REPORT)));

        assertThat(changes.cells().keySet())
                .extracting(one -> one.cell().measure())
                .containsOnly(Measure.COMPLETIONS);
    }

    /** If each event were compared with all facts of the learner, this would take half an hour. */
    @Test
    @Timeout(60)
    void twenty_thousand_completions_of_one_learner_are_taken_in_at_once() {
        List<Completion> many = Stream.generate(() -> completion(UUID.randomUUID(), 1, MAY, Cause.REPORT))
                .limit(20_000)
                .toList();

        var changes = nothing.take(many);

        assertThat(changes.cells())
                .containsEntry(reported(Measure.COMPLETIONS, "pupils", Dimension.NATION, "", MAY), 20_000L)
                .containsEntry(reported(Measure.COMPLETED, "pupils", Dimension.NATION, "", MAY), 1L);
    }

    @Test
    void a_course_that_changes_its_area_takes_its_people_along() {
        Completion one = completion(UUID.randomUUID(), 1, MAY, Cause.REPORT);

        var changes = new MemberReassignment(
                        Dimension.AREA, DERIVED, DerivedMembers.of(Dimension.AREA, Map.of("AI-101", "big-data")))
                .ofPeople(List.of(one), List.of());

        assertThat(changes)
                .containsOnly(
                        entry(
                                new CellPart(
                                        new Cell(Measure.COMPLETED, "pupils", Dimension.AREA, "ai", MAY), Cause.OTHER),
                                -1L),
                        entry(
                                new CellPart(
                                        new Cell(Measure.COMPLETED, "pupils", Dimension.AREA, "big-data", MAY),
                                        Cause.OTHER),
                                1L));
    }

    private static CellPart reported(
            Measure measure, String cohort, Dimension dimension, String member, LocalDate day) {
        return new CellPart(new Cell(measure, cohort, dimension, member, day), Cause.REPORT);
    }

    private static CellPart corrected(Measure measure, LocalDate day) {
        return new CellPart(new Cell(measure, "pupils", Dimension.NATION, "", day), Cause.CORRECTION);
    }

    private static Completion completion(UUID id, long version, LocalDate day, Cause cause) {
        return completion(id, version, day, "accepted", cause);
    }

    private static Completion completion(UUID id, long version, LocalDate day, String status, Cause cause) {
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
                status,
                status.equals("accepted"),
                null,
                Map.of(),
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
                new Trained.By(on, UUID.randomUUID(), "school-42", "KZ-75", "AI-101", Map.of(), 1));
    }

    private static Enrolment enrolment(String region, String institution) {
        return new Enrolment(
                UUID.randomUUID(),
                1,
                "E-1",
                institution,
                AIGERIM,
                "AI-101",
                "pupils",
                region,
                MAY,
                null,
                Map.of(),
                Cause.REPORT);
    }
}
