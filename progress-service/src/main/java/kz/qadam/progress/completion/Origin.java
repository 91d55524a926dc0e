package kz.qadam.progress.completion;

import java.time.Instant;
import kz.qadam.progress.learner.Cause;

/**
 * How a state came about.
 *
 * @param reason what was given with a correction or a revocation, else null
 * @param role of who stated it; null where the service drew a consequence by itself. No person is kept
 */
record Origin(Instant at, Cause cause, String reason, String role) {

    /** A consequence of something that others stated. */
    static Origin consequence(Instant at, Cause cause) {
        return new Origin(at, cause, null, null);
    }

    /** Not before this: two transactions may change a thing in another order than they looked at the clock. */
    Origin notBefore(Instant earliest) {
        return at.isBefore(earliest) ? new Origin(earliest, cause, reason, role) : this;
    }
}
