package kz.qadam.progress.completion;

import java.time.LocalDate;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.trained.TrainedRule.ProgrammeDays;

/**
 * The state of a completion by counting rules 6 and 8. It does not depend on the order in which completion, enrolment
 * and programme came.
 *
 * @param because why the completion does not count; null if it does
 */
record CompletionState(Status status, boolean counts, String because) {

    static final CompletionState REVOKED = new CompletionState(Status.REVOKED, false, "revoked");

    boolean isPending() {
        return status == Status.PENDING;
    }

    /**
     * Derives the state of a completion from its enrolment.
     *
     * @param enrolment null while it is not known
     * @param days the programme's days; null while the programme is not known
     */
    static CompletionState of(LocalDate completedOn, Enrolment enrolment, ProgrammeDays days) {
        if (enrolment == null) {
            return new CompletionState(Status.PENDING, false, "enrolment-unknown");
        }
        if (completedOn.isBefore(enrolment.enrolledOn())) {
            return new CompletionState(Status.REFUSED, false, "before-enrolment");
        }
        return accepted(completedOn, days);
    }

    static CompletionState accepted(LocalDate completedOn, ProgrammeDays days) {
        if (days == null) {
            return new CompletionState(Status.ACCEPTED, false, "programme-unknown");
        }
        return days.include(completedOn)
                ? new CompletionState(Status.ACCEPTED, true, null)
                : new CompletionState(Status.ACCEPTED, false, "outside-programme");
    }
}
