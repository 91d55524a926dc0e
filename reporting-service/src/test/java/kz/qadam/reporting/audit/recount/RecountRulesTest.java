package kz.qadam.reporting.audit.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecountRulesTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Requirement ANY = requirement(1, START, Set.of(), 1, 0);

    @Test
    void an_empty_requirement_needs_any_one_completion() {
        var first = completion("AI-101", "2026-05-31", "school-42", "C-1");

        assertThat(rules(ANY).trainedBy(List.of(first))).contains(first);
    }

    @Test
    void on_one_day_the_institution_and_then_the_reference_decide_by_their_bytes() {
        var later = completion("AI-101", "2026-05-31", "school-42", "\uD83D\uDE00");
        var first = completion("AI-101", "2026-05-31", "school-42", "\uFF21");

        assertThat(rules(ANY).trainedBy(List.of(later, first))).contains(first);
    }

    @Test
    void as_many_distinct_courses_are_needed_as_the_requirement_says() {
        var again = completion("AI-101", "2026-06-01", "school-42", "C-2");
        var other = completion("AI-102", "2026-06-02", "school-42", "C-3");
        var rules = rules(requirement(1, START, Set.of(), 2, 0));

        assertThat(rules.trainedBy(List.of(completion("AI-101", "2026-05-31", "school-42", "C-1"), again, other)))
                .contains(other);
    }

    @Test
    void the_hours_of_distinct_courses_add_up() {
        var second = completion("AI-102", "2026-06-02", "school-42", "C-2");
        var rules = rules(requirement(1, START, Set.of(), 1, 40));

        assertThat(rules.trainedBy(List.of(completion("AI-101", "2026-05-31", "school-42", "C-1"), second)))
                .contains(second);
    }

    @Test
    void every_named_course_is_needed() {
        var rules = rules(requirement(1, START, Set.of("AI-102"), 1, 0));

        assertThat(rules.trainedBy(List.of(completion("AI-101", "2026-05-31", "school-42", "C-1"))))
                .isEmpty();
    }

    @Test
    void each_completion_is_judged_by_the_version_in_force_on_its_own_day() {
        var before = completion("AI-101", "2026-08-31", "school-42", "C-1");
        var rules = rules(
                requirement(1, START, Set.of("AI-102"), 1, 0),
                requirement(2, LocalDate.of(2026, 9, 1), Set.of(), 1, 0));
        var after = completion("AI-101", "2026-09-01", "school-42", "C-2");

        assertThat(rules.trainedBy(List.of(before, after))).contains(after);
    }

    @Test
    void of_two_versions_valid_from_one_day_the_later_recorded_is_in_force() {
        var rules = rules(requirement(1, START, Set.of(), 1, 0), requirement(2, START, Set.of("AI-102"), 1, 0));

        assertThat(rules.trainedBy(List.of(completion("AI-101", "2026-05-31", "school-42", "C-1"))))
                .isEqualTo(Optional.empty());
    }

    @Test
    void before_the_first_requirement_nobody_is_trained() {
        var rules = rules(requirement(1, LocalDate.of(2026, 9, 1), Set.of(), 1, 0));

        assertThat(rules.trainedBy(List.of(completion("AI-101", "2026-05-31", "school-42", "C-1"))))
                .isEmpty();
    }

    @Test
    void outside_the_days_of_the_programme_nothing_counts() {
        assertThat(rules(ANY).counts(completion("AI-101", "2025-12-31", "school-42", "C-1")))
                .isFalse();
    }

    private static RecountRules rules(Requirement... versions) {
        return new RecountRules(
                START,
                LocalDate.of(2030, 12, 31),
                Map.of("pupils", List.of(versions)),
                Map.of("AI-101", 36L, "AI-102", 4L));
    }

    private static Requirement requirement(long version, LocalDate from, Set<String> courses, long min, long hours) {
        return new Requirement(version, from, courses, min, hours);
    }

    private static RecountedCompletion completion(String course, String day, String institution, String reference) {
        return new RecountedCompletion(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                "pupils",
                "KZ-75",
                institution,
                course,
                reference,
                UUID.randomUUID(),
                LocalDate.parse(day),
                "accepted",
                1,
                null);
    }
}
