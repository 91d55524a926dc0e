package kz.qadam.enrolment.enrolments;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A learner takes a course at an institution, in a cohort.
 *
 * @param content the current content as sent by the institution
 * @param region the region in which it counts: as sent, or as derived when the learner was enrolled
 * @param withdrawal null if there is none
 * @param completed whether an accepted completion is known
 * @param origin how this version came about
 */
record Enrolment(
        UUID id,
        String institution,
        String reference,
        EnrolmentContent content,
        String region,
        Withdrawn withdrawal,
        boolean completed,
        int version,
        Origin origin) {

    static final String UNKNOWN_REGION = "unknown";

    /**
     * The withdrawal of the learner.
     *
     * @param reason null if none was given
     */
    record Withdrawn(LocalDate on, String reason) {}

    static Enrolment create(
            UUID id, String institution, String reference, EnrolmentContent content, String homeRegion, Origin origin) {
        String derived = homeRegion == null ? UNKNOWN_REGION : homeRegion;
        String region = content.region() == null ? derived : content.region();
        return new Enrolment(id, institution, reference, content, region, null, false, 1, origin);
    }

    EnrolmentStatus status() {
        return EnrolmentStatus.of(withdrawal != null, completed);
    }

    Enrolment withdrawn(Withdrawn how, Origin origin) {
        return new Enrolment(id, institution, reference, content, region, how, completed, version + 1, origin);
    }

    /** @param newContent its region is null if neither the enrolment nor the correction names one */
    Enrolment corrected(EnrolmentContent newContent, Origin origin) {
        return new Enrolment(
                id,
                institution,
                reference,
                newContent,
                newContent.region() == null ? region : newContent.region(),
                withdrawal,
                completed,
                version + 1,
                origin);
    }
}
