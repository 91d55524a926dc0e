package kz.qadam.enrolment.enrolments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import kz.qadam.enrolment.catalogue.BasisRule;

/** The submissions about existing enrolments, for programs and for the pages of the office. */
@ApplicationScoped
class AmendmentKinds {

    private final Amendments<CorrectionPost> corrections;
    private final Amendments<WithdrawalPost> withdrawals;

    AmendmentKinds(EnrolmentPublisher publisher, BasisRule basis, Clock clock) {
        this.corrections = new Amendments<>("enrolment-corrections", CorrectionPost.FORM, publisher, basis, clock);
        this.withdrawals = new Amendments<>("withdrawals", WithdrawalPost.FORM, publisher, basis, clock);
    }

    Amendments<CorrectionPost> corrections() {
        return corrections;
    }

    Amendments<WithdrawalPost> withdrawals() {
        return withdrawals;
    }
}
