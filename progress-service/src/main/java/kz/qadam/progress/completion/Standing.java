package kz.qadam.progress.completion;

import java.time.LocalDate;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.trained.ProgrammeDays;

/**
 * How a completion stands by counting rules 6 and 8, whatever came first.
 *
 * @param because why it does not count; null if it does
 */
record Standing(Status status, boolean counts, String because) {

    static final Standing REVOKED = new Standing(Status.REVOKED, false, "revoked");

    boolean isPending() {
        return status == Status.PENDING;
    }

    /**
     * Where a completion stands under its enrolment.
     *
     * @param enrolment null while it is not known
     * @param days null while the programme is not known
     */
    static Standing of(LocalDate completedOn, Enrolment enrolment, ProgrammeDays days) {
        if (enrolment == null) {
            return new Standing(Status.PENDING, false, "enrolment-unknown");
        }
        if (completedOn.isBefore(enrolment.enrolledOn())) {
            return new Standing(Status.REFUSED, false, "before-enrolment");
        }
        return accepted(completedOn, days);
    }

    static Standing accepted(LocalDate completedOn, ProgrammeDays days) {
        if (days == null) {
            return new Standing(Status.ACCEPTED, false, "programme-unknown");
        }
        return days.include(completedOn)
                ? new Standing(Status.ACCEPTED, true, null)
                : new Standing(Status.ACCEPTED, false, "outside-programme");
    }
}
