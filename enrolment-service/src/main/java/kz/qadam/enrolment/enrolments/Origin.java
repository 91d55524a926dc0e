package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.util.Locale;

/**
 * How a version of an enrolment came about.
 *
 * @param reason what was given with the change, or null
 * @param byRole who made it, {@code partner} or {@code office}; null where that was not kept. No person is
 * @param at null where that was not kept
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
