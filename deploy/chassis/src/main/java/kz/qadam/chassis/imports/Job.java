package kz.qadam.chassis.imports;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.security.Submitter;

/**
 * A file that was sent, and how far it has been taken in.
 *
 * @param fileName as its sender calls it, or null
 * @param separator of the CSV that answers for it
 * @param trace the traceparent of the request that sent it, or null
 * @param startedAt null while it waits
 * @param finishedAt null until its last row is judged, or it has failed
 * @param expiresAt when the rows that were not taken are deleted
 * @param expired whether they are
 */
record Job(
        UUID id,
        String kind,
        Submitter submitter,
        String fileName,
        char separator,
        String trace,
        String status,
        Tally tally,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        Instant expiresAt,
        boolean expired) {

    private static final Set<String> ENDS = Set.of("finished", "failed");

    /** Whether nothing more becomes of a job in this state. */
    static boolean isEnd(String status) {
        return ENDS.contains(status);
    }

    /** Whether nothing but its numbers is left, or ought to be. */
    boolean isGone(Instant now) {
        return expired || (isEnd(status) && !now.isBefore(expiresAt));
    }

    /**
     * Rows by what became of them.
     *
     * @param received how many there are
     */
    record Tally(
            int received,
            int processed,
            int accepted,
            int pending,
            int refused,
            int duplicate,
            int conflict,
            int rejected) {

        /** How many rows were not taken. */
        int notTaken() {
            return conflict + rejected;
        }
    }
}
