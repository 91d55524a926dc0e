package kz.qadam.enrolment.enrolments;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A learner takes a course at an institution, in a cohort. The components are the columns of its row.
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
        VersionOrigin origin) {

    static final String UNKNOWN_REGION = "unknown";

    /** The unique name that the institution gives to an enrolment. */
    record Key(String institution, String reference) {}

    /**
     * The withdrawal of the learner.
     *
     * @param withdrawalReason null if none was given
     */
    record Withdrawn(LocalDate withdrawnOn, String withdrawalReason) {}

    static Enrolment create(
            UUID id,
            String institution,
            String reference,
            EnrolmentContent content,
            String homeRegion,
            VersionOrigin origin) {
        String derived = homeRegion == null ? UNKNOWN_REGION : homeRegion;
        String region = content.sentRegion() == null ? derived : content.sentRegion();
        return new Enrolment(id, institution, reference, content, region, null, false, 1, origin);
    }

    Key key() {
        return new Key(institution, reference);
    }

    EnrolmentStatus status() {
        return EnrolmentStatus.of(withdrawal != null, completed);
    }

    Enrolment withdrawn(Withdrawn how, VersionOrigin origin) {
        return new Enrolment(id, institution, reference, content, region, how, completed, version + 1, origin);
    }

    /** The same enrolment under another learner. */
    Enrolment moved(UUID learnerId, VersionOrigin origin) {
        return corrected(content.of(learnerId), origin);
    }

    /** @param newContent its sentRegion is null if neither the enrolment nor the correction names one */
    Enrolment corrected(EnrolmentContent newContent, VersionOrigin origin) {
        return new Enrolment(
                id,
                institution,
                reference,
                newContent,
                newContent.sentRegion() == null ? region : newContent.sentRegion(),
                withdrawal,
                completed,
                version + 1,
                origin);
    }
}
