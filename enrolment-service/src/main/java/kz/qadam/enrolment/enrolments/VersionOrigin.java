package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.util.Locale;
import kz.qadam.chassis.submissions.submission.ParsedItem;

/**
 * How a version of an enrolment came about.
 *
 * @param reason the reason given with the change, or null
 * @param byRole the role that made the change, {@code partner} or {@code office}; null if it was not kept
 * @param recordedAt null if it was not kept
 * @param trace the traceparent of the request, or null
 */
record VersionOrigin(Event event, String reason, String byRole, Instant recordedAt, String trace) {

    /** The origin of a version that an item makes. */
    static VersionOrigin of(Event event, String reason, ParsedItem<?> item, Instant now) {
        return new VersionOrigin(event, reason, item.submitter().role(), now, item.trace());
    }

    /** What can happen to an enrolment. */
    enum Event {
        ENROLLED,
        WITHDRAWN,
        CORRECTED,
        MERGED,
        SPLIT;

        /** The word for it in the database and in answers. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
