package kz.qadam.reporting.audit.recount;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import kz.qadam.chassis.events.event.MayBeAbsent;

/**
 * The state of a completion, as its newest event states it.
 *
 * @param movedFrom set if the completion passed to another learner or cohort
 */
record RecountedCompletion(
        UUID completionId,
        long version,
        UUID learnerId,
        String cohort,
        String region,
        String institution,
        String course,
        String reference,
        UUID enrolmentId,
        LocalDate completedOn,
        String status,
        long trainedVersion,
        @MayBeAbsent MovedFrom movedFrom)
        implements RecountedState {

    /**
     * The learner and cohort that a completion belonged to before it passed to another learner or cohort.
     *
     * @param trainedVersion the version of their trained state that no longer includes the completion
     */
    record MovedFrom(UUID learnerId, String cohort, long trainedVersion) {}

    /** Rule 2: by day, institution and reference; strings are compared by their UTF-8 bytes. */
    static final Comparator<RecountedCompletion> ORDER = Comparator.comparing(RecountedCompletion::completedOn)
            .thenComparing(RecountedCompletion::institution, RecountedCompletion::compareBytes)
            .thenComparing(RecountedCompletion::reference, RecountedCompletion::compareBytes);

    boolean isAccepted() {
        return status.equals("accepted");
    }

    private static int compareBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
