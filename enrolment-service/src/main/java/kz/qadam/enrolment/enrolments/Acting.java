package kz.qadam.enrolment.enrolments;

import java.util.Optional;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;

/**
 * For whom a request is made.
 *
 * @param own the institution of a partner's token; empty for the office, which names one each time
 */
record Acting(Optional<String> own) {

    /** @throws Problem 403 for a partner whose token names no institution */
    static Acting of(Caller caller) {
        return new Acting(caller.isOffice() ? Optional.empty() : Optional.of(caller.actingFor(null)));
    }

    boolean isOffice() {
        return own.isEmpty();
    }

    /** Who acts, for the record. */
    String role() {
        return isOffice() ? Role.OFFICE : Role.PARTNER;
    }

    /** Whose enrolments it may learn about: a partner of its own, the office, by null, of all. */
    String horizon() {
        return own.orElse(null);
    }

    /** For whom an item is sent; null, and noted, if that cannot be read. */
    String institution(Fields fields) {
        String named = fields.text("institution", 100);
        if (own.isEmpty()) {
            fields.require("institution");
            return named;
        }
        return own.get();
    }

    /** That a partner names another institution than its own. */
    Optional<Problem> refusal(Fields fields) {
        String named = fields.text("institution", 100);
        if (own.isEmpty() || named == null || named.equals(own.get())) {
            return Optional.empty();
        }
        return Optional.of(new Problem(ProblemType.NOT_YOURS, fields.fault("institution", "not-yours")));
    }
}
