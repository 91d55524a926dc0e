package kz.qadam.chassis.imports;

import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.security.Sender;
import kz.qadam.chassis.table.Layout;

/**
 * A file that was sent, and how far it has been taken in.
 *
 * @param fileName as its sender calls it, or null
 * @param trace the traceparent of the request that sent it, or null
 * @param startedAt null while it waits
 * @param finishedAt null until its last row is judged
 * @param expiresAt when the rows that were not taken are deleted
 * @param expired whether they are
 */
record Job(
        UUID id,
        String kind,
        Sender sender,
        String fileName,
        Layout layout,
        String trace,
        String status,
        Tally tally,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        Instant expiresAt,
        boolean expired) {

    static final String FINISHED = "finished";

    boolean isFinished() {
        return status.equals(FINISHED);
    }

    /** Whether nothing but its numbers is left, or ought to be. */
    boolean isGone(Instant now) {
        return expired || (isFinished() && !now.isBefore(expiresAt));
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
