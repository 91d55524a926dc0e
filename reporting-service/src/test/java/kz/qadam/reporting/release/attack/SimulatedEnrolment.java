package kz.qadam.reporting.release.attack;

/**
 * An enrolment and its completion. Times are half months since the pilot began; {@link #NEVER} for what does not happen.
 *
 * @param recordedAt when the enrolment is known
 * @param correctedRegion the region from {@code correctedAt} on
 * @param completedOn when the course is completed
 * @param reportedAt when the completion is known; later than completed if it is reported late
 * @param revokedAt when the completion is taken back
 */
record SimulatedEnrolment(
        String institution,
        String course,
        String region,
        int recordedAt,
        String correctedRegion,
        int correctedAt,
        int completedOn,
        int reportedAt,
        int revokedAt) {

    static final int NEVER = Integer.MAX_VALUE;

    boolean isKnown(int known) {
        return recordedAt <= known;
    }

    /** Whether the course is known to have been completed. */
    boolean isCompleted(int known, int on) {
        return completedOn <= on && reportedAt <= known && revokedAt > known;
    }

    String region(int known) {
        return correctedAt <= known ? correctedRegion : region;
    }
}
