package kz.qadam.enrolment.enrolments;

import java.util.Optional;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import kz.qadam.chassis.security.Sender;

/** For whom items are sent. */
record Acting(Sender sender) {

    /** @throws Problem 403 for a partner whose token names no institution */
    static Acting of(Caller caller) {
        return new Acting(caller.sender());
    }

    boolean isOffice() {
        return sender.institution().isEmpty();
    }

    /** Who acts, for the record. */
    String role() {
        return isOffice() ? Role.OFFICE : Role.PARTNER;
    }

    /** Whose enrolments it may learn about: a partner of its own, the office, by null, of all. */
    String horizon() {
        return sender.institution().orElse(null);
    }

    /** For whom an item is sent; null, and noted, if the office does not say it. */
    String institution(Fields fields, String named) {
        if (isOffice()) {
            fields.require("institution");
            return named;
        }
        return sender.institution().get();
    }

    /** That a partner names another institution than its own. */
    Optional<Problem> refusal(Fields fields, String named) {
        if (named == null
                || sender.institution().filter(own -> !own.equals(named)).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(ProblemType.NOT_YOURS, fields.fault("institution", "not-yours")));
    }
}
