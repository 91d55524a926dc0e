package kz.qadam.chassis.submissions.imports;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.http.security.Submitter;

/**
 * A file that was sent, with its progress.
 *
 * @param sender the institution that sent it; null: the office
 * @param fileName the name that the sender gave, or null
 * @param separator the separator of its errors.csv
 * @param listsKept whether its kept rows are stored, too
 * @param trace the traceparent of the request that sent it, or null
 * @param leftOut how many rows its profile left out
 * @param startedAt null while the file waits
 * @param finishedAt null until its last row is judged, or it has failed
 * @param expiresAt when the rows that were not kept are deleted
 * @param expired whether they have been deleted
 */
record Job(
        UUID id,
        String kind,
        String sender,
        String fileName,
        String separator,
        boolean listsKept,
        String trace,
        String status,
        Tally tally,
        int leftOut,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        Instant expiresAt,
        boolean expired) {

    private static final Set<String> ENDS = Set.of("finished", "failed");

    Submitter submitter() {
        return new Submitter(Optional.ofNullable(sender));
    }

    /** Whether this state is final. */
    static boolean isFinal(String status) {
        return ENDS.contains(status);
    }

    /** Whether everything except the numbers is deleted, or should be. */
    boolean isGone(Instant now) {
        return expired || (isFinal(status) && !now.isBefore(expiresAt));
    }

    /**
     * The number of rows by verdict.
     *
     * @param received how many rows the file has
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

        /** How many rows were kept, also those that had been before. */
        int kept() {
            return processed - notKept();
        }

        /** How many rows were not kept. */
        int notKept() {
            return conflict + rejected;
        }
    }
}
