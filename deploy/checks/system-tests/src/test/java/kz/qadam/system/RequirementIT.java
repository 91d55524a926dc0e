package kz.qadam.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A changed requirement. The two cohorts are this test's alone, since it changes what trained means in them. */
@OnSuite
@TestInstance(Lifecycle.PER_CLASS)
class RequirementIT {

    private static final List<String> COHORTS = List.of("civil-servants", "business");
    private static final Requirement TWO_COURSES_AND_HOURS = new Requirement(Set.of(), 2, 72);
    private static final int PEOPLE = 150;

    private final Qadam qadam;
    private final Auditor auditor;
    private final List<Institution> institutions;
    private final List<Course> courses;
    private final Figures before;
    private final List<Enrolment> enrolments = new ArrayList<>();
    private final List<Completion> completions = new ArrayList<>();

    RequirementIT(Qadam qadam) {
        this.qadam = qadam;
        this.auditor = qadam.auditor();
        var office = qadam.office();
        this.institutions = List.of(office.opens("agency", "KZ-71"), office.opens("company", "KZ-75"));
        this.courses = List.of(office.offers(24), office.offers(36), office.offers(48));
        this.before = auditor.figures();
    }

    /** Some of them in both cohorts, at both institutions, or in one course twice. */
    @BeforeAll
    void people_study() {
        var chance = new Random(2026);
        for (int person = 0; person < PEOPLE; person++) {
            String iin = Iins.next();
            for (int i = chance.nextInt(5); i >= 0; i--) {
                var enrolment =
                        Enrolment.of(any(institutions, chance), any(courses, chance), any(COHORTS, chance), iin);
                enrolments.add(enrolment);
                if (chance.nextInt(4) > 0) {
                    completions.add(enrolment.completed(chance.nextInt(20)));
                }
            }
        }
        for (Institution institution : institutions) {
            Partner partner = qadam.partner(institution);
            partner.enrols(enrolments.stream()
                    .filter(enrolment -> enrolment.institution().equals(institution))
                    .toList());
            partner.completes(completions.stream()
                    .filter(completion -> completion.enrolment().institution().equals(institution))
                    .toList());
        }
        auditor.sees(countedBy(Requirement.ANY_COURSE), before);
    }

    @Test
    void a_later_requirement_of_two_courses_and_hours_untrains_as_a_plain_count_does() {
        require(TWO_COURSES_AND_HOURS);

        auditor.sees(countedBy(TWO_COURSES_AND_HOURS), before);
        auditor.findsThatTheRecountMatches();
    }

    @Test
    void a_later_requirement_of_one_course_by_name_trains_others_as_a_plain_count_does() {
        var requirement = new Requirement(Set.of(courses.get(0).code()), 0, 0);
        require(TWO_COURSES_AND_HOURS);
        auditor.sees(countedBy(TWO_COURSES_AND_HOURS), before);

        require(requirement);

        auditor.sees(countedBy(requirement), before);
        auditor.findsThatTheRecountMatches();
    }

    private void require(Requirement requirement) {
        COHORTS.forEach(cohort -> qadam.office().requires(cohort, requirement));
    }

    private Figures countedBy(Requirement requirement) {
        return PlainCount.of(enrolments, completions, requirement);
    }

    private static <T> T any(List<T> choice, Random chance) {
        return choice.get(chance.nextInt(choice.size()));
    }
}
