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
record CompletionState(CompletionStatus status, boolean counts, String because) {

    static final CompletionState REVOKED = new CompletionState(CompletionStatus.REVOKED, false, "revoked");

    boolean isPending() {
        return status == CompletionStatus.PENDING;
    }

    /**
     * Derives the state of a completion from its enrolment.
     *
     * @param enrolment null while it is not known
     * @param days the programme's days; null while the programme is not known
     */
    static CompletionState of(LocalDate completedOn, Enrolment enrolment, ProgrammeDays days) {
        if (enrolment == null) {
            return new CompletionState(CompletionStatus.PENDING, false, "enrolment-unknown");
        }
        if (completedOn.isBefore(enrolment.enrolledOn())) {
            return new CompletionState(CompletionStatus.REFUSED, false, "before-enrolment");
        }
        return accepted(completedOn, days);
    }

    static CompletionState accepted(LocalDate completedOn, ProgrammeDays days) {
        if (days == null) {
            return new CompletionState(CompletionStatus.ACCEPTED, false, "programme-unknown");
        }
        return days.include(completedOn)
                ? new CompletionState(CompletionStatus.ACCEPTED, true, null)
                : new CompletionState(CompletionStatus.ACCEPTED, false, "outside-programme");
    }
}
