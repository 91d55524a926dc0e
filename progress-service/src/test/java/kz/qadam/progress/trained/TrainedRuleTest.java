package kz.qadam.progress.trained;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.qadam.progress.trained.TrainedRule.ProgrammeDays;
import kz.qadam.progress.trained.TrainedRule.RequirementVersion;
import kz.qadam.progress.trained.TrainedRule.Trained;
import org.junit.jupiter.api.Test;

class TrainedRuleTest {

    private static final ProgrammeDays FIVE_YEARS = new ProgrammeDays(day("2026-01-01"), day("2030-12-31"));
    private static final RequirementVersion ANY_COURSE = version(1, "2000-01-01", Requirement.ANY_COURSE);

    @Test
    void any_one_completed_course_trains_where_nothing_more_is_required() {
        var one = completed("AI-101", "2026-05-31");

        assertThat(judged(List.of(ANY_COURSE), one)).contains(new Trained(one, 1));
    }

    @Test
    void the_first_in_the_order_of_day_institution_and_reference_makes_the_learner_trained() {
        var late = completed("AI-101", "2026-06-01", "a", "1");
        var otherSchool = completed("AI-101", "2026-05-31", "b", "1");
        var upperCase = completed("AI-101", "2026-05-31", "a", "Z");
        var lowerCase = completed("AI-101", "2026-05-31", "a", "a");

        assertThat(judged(List.of(ANY_COURSE), late, lowerCase, otherSchool, upperCase))
                .contains(new Trained(upperCase, 1));
    }

    @Test
    void what_lies_outside_the_programmes_days_trains_nobody() {
        assertThat(judged(List.of(ANY_COURSE), completed("AI-101", "2025-12-31"), completed("AI-101", "2031-01-01")))
                .isEmpty();
    }

    @Test
    void nobody_is_trained_while_the_programme_is_not_known() {
        assertThat(TrainedRule.judge(null, List.of(ANY_COURSE), List.of(completed("AI-101", "2026-05-31"))))
                .isEmpty();
    }

    @Test
    void one_course_done_twice_is_one_course_and_its_hours_count_once() {
        var twoCourses = version(1, "2000-01-01", new Requirement(Set.of(), 2, 72));

        assertThat(judged(List.of(twoCourses), completed("AI-101", "2026-05-31"), completed("AI-101", "2026-06-30")))
                .isEmpty();
    }

    @Test
    void all_that_a_requirement_names_must_be_met() {
        var named = version(1, "2000-01-01", new Requirement(Set.of("AI-101"), 2, 100));
        var first = completed("AI-101", "2026-02-01");
        var second = completed("AI-102", "2026-03-01");
        var third = completed("AI-103", "2026-04-01");

        assertThat(judged(List.of(named), third, second, first)).contains(new Trained(third, 1));
    }

    @Test
    void a_new_requirement_alone_untrains_nobody_before_it_is_valid() {
        var stricter = version(2, "2026-09-01", new Requirement(Set.of(), 2, null));
        var before = completed("AI-101", "2026-05-31");

        assertThat(judged(List.of(ANY_COURSE, stricter), before)).contains(new Trained(before, 1));
    }

    @Test
    void a_completion_is_judged_by_the_requirement_of_its_own_day_with_all_before_it() {
        var easier = version(2, "2026-09-01", Requirement.ANY_COURSE);
        var strict = version(1, "2000-01-01", new Requirement(Set.of(), 3, null));
        var under1 = completed("AI-101", "2026-05-31");
        var under2 = completed("AI-101", "2026-09-01");

        assertThat(judged(List.of(strict, easier), under1, under2)).contains(new Trained(under2, 2));
    }

    @Test
    void of_two_versions_with_one_day_the_later_recorded_holds() {
        var corrected = version(2, "2000-01-01", new Requirement(Set.of(), 2, null));

        assertThat(judged(List.of(corrected, ANY_COURSE), completed("AI-101", "2026-05-31")))
                .isEmpty();
    }

    @Test
    void nobody_is_trained_on_a_day_before_any_requirement() {
        assertThat(judged(List.of(version(1, "2026-09-01", Requirement.ANY_COURSE)), completed("AI-101", "2026-05-31")))
                .isEmpty();
    }

    @Test
    void what_comes_after_the_completion_that_trained_somebody_changes_nothing() {
        var elsewhere = completed("AI-102", "2026-05-31", "b", "C-1");
        var laterReference = completed("AI-102", "2026-05-31", "a", "C-6");

        assertThat(remainsTrained("C-5", List.of(ANY_COURSE))).isTrue();
        assertThat(remainsTrained("C-5", List.of(ANY_COURSE), elsewhere)).isTrue();
        assertThat(remainsTrained("C-5", List.of(ANY_COURSE), laterReference)).isTrue();
    }

    @Test
    void what_comes_before_it_may_have_trained_them_earlier() {
        var sameDay = completed("AI-102", "2026-05-31", "a", "C-4");
        var dayBefore = completed("AI-102", "2026-05-30", "b", "C-6");
        var dayAfter = completed("AI-103", "2026-06-01", "a", "C-6");

        assertThat(remainsTrained("C-5", List.of(ANY_COURSE), sameDay)).isFalse();
        assertThat(remainsTrained("C-5", List.of(ANY_COURSE), dayAfter, dayBefore))
                .isFalse();
    }

    @Test
    void where_another_requirement_holds_on_its_day_all_is_judged_anew() {
        var stricter = version(2, "2026-05-31", new Requirement(Set.of(), 2, null));

        assertThat(remainsTrained("C-5", List.of(ANY_COURSE, stricter))).isFalse();
    }

    @Test
    void where_no_programme_holds_on_its_day_all_is_judged_anew() {
        var later = new ProgrammeDays(day("2026-09-01"), day("2030-12-31"));
        var position = new AcceptedCompletion.Position(day("2026-05-31"), "a", "C-5");

        assertThat(TrainedRule.remainsTrained(later, List.of(ANY_COURSE), position, 1, List.of()))
                .isFalse();
        assertThat(TrainedRule.remainsTrained(null, List.of(ANY_COURSE), position, 1, List.of()))
                .isFalse();
    }

    /** Whether somebody trained on 31 May at school a stays so. */
    private static boolean remainsTrained(
            String reference, List<RequirementVersion> versions, AcceptedCompletion... gained) {
        return TrainedRule.remainsTrained(
                FIVE_YEARS,
                versions,
                new AcceptedCompletion.Position(day("2026-05-31"), "a", reference),
                1,
                List.of(gained));
    }

    private static Optional<Trained> judged(List<RequirementVersion> versions, AcceptedCompletion... completions) {
        return TrainedRule.judge(FIVE_YEARS, versions, List.of(completions));
    }

    private static RequirementVersion version(int version, String validFrom, Requirement requirement) {
        return new RequirementVersion(version, day(validFrom), requirement);
    }

    private static AcceptedCompletion completed(String course, String on) {
        return completed(course, on, "school-42", "C-" + UUID.randomUUID());
    }

    private static AcceptedCompletion completed(String course, String on, String institution, String reference) {
        return new AcceptedCompletion(UUID.randomUUID(), day(on), institution, reference, course, 36, "KZ-75");
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
