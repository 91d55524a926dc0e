package kz.qadam.progress.xapi;

import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.progress.completion.DerivedCompletions;
import kz.qadam.progress.completion.DerivedCompletions.Current;

/**
 * What statements say of one enrolment, and what they have said before.
 *
 * @param enrolment the reference of the enrolment
 * @param generation which of its completions is meant, from 1
 * @param completionId null: nobody has recorded it
 * @param countedOn the day that statements have stated last; null: they have not made it
 * @param day the earliest day that statements state now; null: none is in force any more
 */
record StatedCompletion(
        UUID enrolmentId,
        String institution,
        String enrolment,
        int generation,
        UUID completionId,
        LocalDate countedOn,
        LocalDate day) {

    /** What follows. */
    enum Decision {
        NOTHING,
        RECORD,
        CORRECT,
        REVOKE,
        /** The enrolment has a completion that statements have not made. */
        KNOWN_OTHERWISE,
        /** The institution has revoked what statements had made. */
        REVOKED
    }

    String reference() {
        return DerivedCompletions.reference(institution, enrolment, generation);
    }

    /**
     * Decides. What the institution does to the completion by itself stays: a correction is not corrected back, and what
     * was revoked does not come again.
     *
     * @param current the completion under the reference; null if there is none
     * @param isReportedOtherwise whether the enrolment has another completion
     */
    Decision given(Current current, boolean isReportedOtherwise) {
        if (countedOn == null) {
            return decisionIfNotCounted(current, isReportedOtherwise);
        }
        if (current == null || current.isRevoked()) {
            return day == null ? Decision.NOTHING : Decision.REVOKED;
        }
        if (day == null) {
            return Decision.REVOKE;
        }
        return day.equals(countedOn) || !countedOn.equals(current.completedOn()) ? Decision.NOTHING : Decision.CORRECT;
    }

    private Decision decisionIfNotCounted(Current current, boolean isReportedOtherwise) {
        if (day == null) {
            return Decision.NOTHING;
        }
        if (current != null) {
            return current.isRevoked() ? Decision.REVOKED : Decision.KNOWN_OTHERWISE;
        }
        return isReportedOtherwise ? Decision.KNOWN_OTHERWISE : Decision.RECORD;
    }

    PlatformAccountSettlementRows.Tracked tracked(UUID completion, LocalDate on) {
        return new PlatformAccountSettlementRows.Tracked(enrolmentId, generation, completion, on);
    }

    /** After a revocation. */
    PlatformAccountSettlementRows.Tracked nextGeneration() {
        return new PlatformAccountSettlementRows.Tracked(enrolmentId, generation + 1, null, null);
    }
}
