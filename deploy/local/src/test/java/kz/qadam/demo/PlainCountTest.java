package kz.qadam.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By histories so small that anybody can count them. */
class PlainCountTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate FIRST_YEAR = LocalDate.of(2025, 3, 1);
    private static final LocalDate SECOND_YEAR = LocalDate.of(2026, 3, 1);

    private static final Course SHORT = new Course("S", "ai", 18, List.of(), new LocalizedName("", "", ""));
    private static final Course LONG = new Course("L", "ai", 36, List.of(), new LocalizedName("", "", ""));
    private static final Institution SCHOOL = Institution.SCHOOL_42;
    private static final Institution OTHER = Institution.of(DemoInstitutionKind.AGENCY, Region.of("KZ-10"), 1);
    private static final Person AIGUL = new Person(1);

    private final List<Enrolment> enrolments = new ArrayList<>();
    private final List<Completion> completions = new ArrayList<>();
    private final List<Amendment> amendments = new ArrayList<>();

    @Test
    void a_person_who_finishes_twice_is_trained_once_where_that_was_first() {
        completed(SECOND_YEAR, enrolled(SCHOOL, Cohort.PUPILS, SHORT));
        completed(FIRST_YEAR, enrolled(OTHER, Cohort.PUPILS, LONG));

        Figures count = count();

        assertThat(count.of("pupils")).isEqualTo(new Figure(1, 2, 1));
        assertThat(count.of("pupils KZ-75")).isEqualTo(new Figure(1, 1, 0));
        assertThat(count.of("pupils KZ-10")).isEqualTo(new Figure(1, 1, 1));
        assertThat(count.of("pupils " + OTHER.code())).isEqualTo(new Figure(1, 1, 1));
    }

    @Test
    void on_the_same_day_the_institution_decides_and_then_the_reference() {
        completed(FIRST_YEAR, enrolled(SCHOOL, Cohort.PUPILS, SHORT));
        completed(FIRST_YEAR, enrolled(OTHER, Cohort.PUPILS, LONG));

        assertThat(count().of("pupils " + OTHER.code()).trained()).isEqualTo(1);
    }

    @Test
    void a_person_in_two_cohorts_is_one_person() {
        completed(FIRST_YEAR, enrolled(SCHOOL, Cohort.STUDENTS, SHORT));
        completed(FIRST_YEAR, enrolled(SCHOOL, Cohort.CITIZENS, SHORT));

        Figures count = count();

        assertThat(count.of("students").trained()).isEqualTo(1);
        assertThat(count.of("citizens").trained()).isEqualTo(1);
        assertThat(count.people()).isEqualTo(1);
    }

    @Test
    void one_course_does_not_train_a_civil_servant_in_the_second_year() {
        completed(SECOND_YEAR, enrolled(OTHER, Cohort.CIVIL_SERVANTS, LONG));

        assertThat(count().of("civil-servants")).isEqualTo(new Figure(1, 1, 0));
    }

    @Test
    void two_courses_train_a_civil_servant_in_the_second_year() {
        completed(SECOND_YEAR, enrolled(OTHER, Cohort.CIVIL_SERVANTS, LONG));
        completed(SECOND_YEAR.plusDays(1), enrolled(OTHER, Cohort.CIVIL_SERVANTS, SHORT));

        assertThat(count().of("civil-servants")).isEqualTo(new Figure(1, 2, 1));
    }

    @Test
    void one_course_trains_a_civil_servant_in_the_first_year() {
        completed(SECOND_YEAR, enrolled(OTHER, Cohort.CIVIL_SERVANTS, LONG));
        completed(SECOND_YEAR.plusDays(1), enrolled(OTHER, Cohort.CIVIL_SERVANTS, SHORT));
        completed(FIRST_YEAR, enrolled(SCHOOL, Cohort.CIVIL_SERVANTS, SHORT));

        assertThat(count().of("civil-servants " + SCHOOL.code()).trained()).isEqualTo(1);
    }

    @Test
    void what_is_revoked_is_as_if_it_had_never_been() {
        var completion = completed(FIRST_YEAR, enrolled(SCHOOL, Cohort.PUPILS, SHORT));
        amendments.add(new Amendment.Revocation(completion));

        assertThat(count().of("pupils")).isEqualTo(new Figure(1, 0, 0));
    }

    @Test
    void a_completion_dated_before_its_enrolment_does_not_count() {
        var enrolment = enrolled(SCHOOL, Cohort.PUPILS, SHORT);
        completed(enrolment.enrolledOn().minusDays(1), enrolment);

        assertThat(count().of("pupils")).isEqualTo(new Figure(1, 0, 0));
    }

    @Test
    void a_completion_dated_before_its_enrolment_counts_when_the_day_is_put_right() {
        var enrolment = enrolled(SCHOOL, Cohort.PUPILS, SHORT);
        var completion = completed(enrolment.enrolledOn().minusDays(1), enrolment);

        amendments.add(new Amendment.OtherDay(completion, FIRST_YEAR));

        assertThat(count().of("pupils")).isEqualTo(new Figure(1, 1, 1));
    }

    @Test
    void who_belongs_to_another_region_counts_there() {
        var enrolment = enrolled(SCHOOL, Cohort.PUPILS, SHORT);
        completed(FIRST_YEAR, enrolment);
        amendments.add(new Amendment.OtherRegion(enrolment, Region.of("KZ-10")));

        Figures count = count();

        assertThat(count.of("pupils KZ-75")).isEqualTo(Figure.NOTHING);
        assertThat(count.of("pupils KZ-10")).isEqualTo(new Figure(1, 1, 1));
    }

    @Test
    void who_leaves_keeps_what_was_finished() {
        var enrolment = enrolled(SCHOOL, Cohort.PUPILS, SHORT);
        completed(FIRST_YEAR, enrolment);
        amendments.add(new Amendment.Withdrawal(enrolment, SECOND_YEAR));

        assertThat(count().of("pupils")).isEqualTo(new Figure(1, 1, 1));
    }

    private Enrolment enrolled(Institution institution, Cohort cohort, Course course) {
        var enrolment =
                new Enrolment(enrolments.size() + 1, institution, AIGUL, cohort, course, LocalDate.of(2025, 1, 10));
        enrolments.add(enrolment);
        return enrolment;
    }

    private Completion completed(LocalDate day, Enrolment enrolment) {
        var completion = new Completion(completions.size() + 1, enrolment, day, 90);
        completions.add(completion);
        return completion;
    }

    private Figures count() {
        var plan = new DemoPlan(1, 1, LAST_DAY, 2);
        return PlainCount.of(new History(plan, List.of(), enrolments, completions, List.of(), amendments));
    }
}
