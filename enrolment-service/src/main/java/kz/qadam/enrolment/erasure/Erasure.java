package kz.qadam.enrolment.erasure;

import java.time.Instant;
import java.util.UUID;

/**
 * An erasure; a row of {@code erasure}.
 *
 * @param learner the surviving learner, which stands for all aliases
 * @param explanation null if none was given, and when the learner is erased
 * @param erasedAt null while the learner is only blocked
 * @param version the number of this state, from 1
 */
record Erasure(
        UUID id,
        UUID learner,
        ErasureReason reason,
        String explanation,
        String requestedBy,
        ErasureState state,
        Instant blockedAt,
        Instant erasedAt,
        int version) {

    /** When this state began. */
    Instant stateSince() {
        return erasedAt == null ? blockedAt : erasedAt;
    }
}
