package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.util.Locale;

/**
 * How a version of an enrolment came about.
 *
 * @param reason the reason given with the change, or null
 * @param byRole the role that made the change, {@code partner} or {@code office}; null if it was not kept
 * @param at the time of recording; null if it was not kept
 */
record Origin(Event event, String reason, String byRole, Instant at) {

    /** What can happen to an enrolment. */
    enum Event {
        ENROLLED,
        WITHDRAWN,
        CORRECTED,
        MERGED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Event of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
