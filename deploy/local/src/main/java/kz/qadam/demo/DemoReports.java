package kz.qadam.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Records what institutions report: some reports are wrong, and most of these are corrected later. */
final class DemoReports {

    private static final double OF_ANOTHER_REGION = 0.002;
    private static final double OF_ANOTHER_COURSE = 0.002;
    private static final double REVOKED = 0.003;
    private static final double ON_ANOTHER_DAY = 0.005;
    private static final double BEFORE_IT_BEGAN = 0.002;
    private static final double PUT_RIGHT = 0.5;
    private static final double CORRECTED = 0.8;
    private static final int A_MONTH = 30;
    private static final int FULL_SIZE_UNFOUNDED = 120;

    private final DemoPlan plan;
    private final Random chance;
    private final List<Enrolment> enrolments = new ArrayList<>();
    private final List<Completion> completions = new ArrayList<>();
    private final List<Amendment> amendments = new ArrayList<>();

    DemoReports(DemoPlan plan, Random chance) {
        this.plan = plan;
        this.chance = chance;
    }

    Enrolment enrolled(Institution institution, Person person, Cohort cohort, Course course, LocalDate on) {
        double slip = chance.nextDouble();
        if (slip < OF_ANOTHER_COURSE) {
            var wrong = sent(institution, person, cohort, any(Course.of(cohort)), on);
            amendments.add(new Amendment.OtherCourse(wrong, course));
            return wrong;
        }
        var enrolment = sent(institution, person, cohort, course, on);
        if (slip > 1 - OF_ANOTHER_REGION) {
            amendments.add(new Amendment.OtherRegion(enrolment, any(Region.ALL)));
        }
        return enrolment;
    }

    void finished(Enrolment enrolment, LocalDate day) {
        double slip = chance.nextDouble();
        if (slip < REVOKED) {
            amendments.add(new Amendment.Revocation(sent(enrolment, day)));
        } else if (slip < REVOKED + ON_ANOTHER_DAY) {
            int days = (int) ChronoUnit.DAYS.between(enrolment.enrolledOn(), day);
            var wrong = sent(enrolment, enrolment.enrolledOn().plusDays(chance.nextInt(days + 1)));
            putRight(wrong, day);
        } else if (slip < REVOKED + ON_ANOTHER_DAY + BEFORE_IT_BEGAN) {
            var wrong = sent(enrolment, enrolment.enrolledOn().minusDays(1 + chance.nextInt(A_MONTH)));
            if (chance.nextDouble() < PUT_RIGHT) {
                putRight(wrong, day);
            }
        } else {
            sent(enrolment, day);
        }
    }

    /** Most institutions correct the day; some revoke the completion and send a new one, with the same result. */
    private void putRight(Completion wrong, LocalDate day) {
        if (chance.nextDouble() < CORRECTED) {
            amendments.add(new Amendment.OtherDay(wrong, day));
        } else {
            amendments.add(new Amendment.Revocation(wrong));
            sent(wrong.enrolment(), day);
        }
    }

    void left(Enrolment enrolment, LocalDate on) {
        amendments.add(new Amendment.Withdrawal(enrolment, on));
    }

    History history(List<Partner> partners) {
        return new History(plan, partners, enrolments, completions, unfounded(), amendments);
    }

    private Enrolment sent(Institution institution, Person person, Cohort cohort, Course course, LocalDate on) {
        var enrolment = new Enrolment(enrolments.size() + 1, institution, person, cohort, course, on);
        enrolments.add(enrolment);
        return enrolment;
    }

    private Completion sent(Enrolment enrolment, LocalDate day) {
        var completion = new Completion(completions.size() + 1, enrolment, day, 50 + chance.nextInt(51));
        completions.add(completion);
        return completion;
    }

    /** Completions with mistyped references to their enrolments. */
    private List<Completion> unfounded() {
        List<Completion> unfounded = new ArrayList<>();
        for (int i = 1; i <= plan.scaled(FULL_SIZE_UNFOUNDED); i++) {
            Enrolment meant = any(enrolments);
            var mistyped = new Enrolment(
                    enrolments.size() + i,
                    meant.institution(),
                    meant.person(),
                    meant.cohort(),
                    meant.course(),
                    meant.enrolledOn());
            unfounded.add(new Completion(completions.size() + i, mistyped, meant.enrolledOn(), 50));
        }
        return unfounded;
    }

    private <T> T any(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }
}
