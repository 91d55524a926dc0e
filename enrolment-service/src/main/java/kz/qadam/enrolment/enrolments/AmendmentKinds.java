package kz.qadam.enrolment.enrolments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import kz.qadam.enrolment.catalogue.LegalBasisRule;

/** The submissions about existing enrolments, for programs and for the pages of the office. */
@ApplicationScoped
class AmendmentKinds {

    private final Amendments<CorrectionPost> corrections;
    private final Amendments<EnrolmentWithdrawalPost> withdrawals;

    AmendmentKinds(EnrolmentPublisher publisher, LegalBasisRule basisRule, Clock clock) {
        this.corrections =
                new Amendments<>("enrolment-corrections", CorrectionPost.READER, publisher, basisRule, clock);
        this.withdrawals = new Amendments<>("withdrawals", EnrolmentWithdrawalPost.READER, publisher, basisRule, clock);
    }

    Amendments<CorrectionPost> corrections() {
        return corrections;
    }

    Amendments<EnrolmentWithdrawalPost> withdrawals() {
        return withdrawals;
    }
}
