package kz.qadam.progress.completion;

import java.time.Instant;
import kz.qadam.chassis.security.Submitter;
import kz.qadam.progress.learner.JudgingTransaction;
import kz.qadam.progress.learner.StateCause;

/**
 * How a state came about.
 *
 * @param reason the reason given with a correction or a revocation, else null
 * @param role the role of the author; null where the service derived the state itself. The person is not stored
 */
record StateOrigin(Instant at, StateCause cause, String reason, String role) {

    /**
     * The origin of a state that a submitted item states.
     *
     * @param reason the reason that the item gives, or null
     */
    static StateOrigin stated(JudgingTransaction transaction, String reason, Submitter submitter) {
        return new StateOrigin(transaction.now(), transaction.cause(), reason, submitter.role());
    }

    /** The origin of a state that the service derived from another change. */
    static StateOrigin consequence(Instant at, StateCause cause) {
        return new StateOrigin(at, cause, null, null);
    }

    /**
     * The same origin, but not earlier than an instant: two transactions may change a completion in another order than
     * they read the clock.
     */
    StateOrigin notBefore(Instant earliest) {
        return at.isBefore(earliest) ? new StateOrigin(earliest, cause, reason, role) : this;
    }
}
