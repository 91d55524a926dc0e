package kz.qadam.reporting.projection;

import java.util.UUID;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.reporting.fact.Enrolment;
import kz.qadam.reporting.fact.Trained;

/** A learner in a cohort, the subject of a trained fact. */
record Member(UUID learner, String cohort) {

    static final TableColumns<Member> COLUMNS = TableColumns.of(Member.class);

    static Member of(Enrolment enrolment) {
        return new Member(enrolment.learner(), enrolment.cohort());
    }

    static Member of(Trained trained) {
        return new Member(trained.learner(), trained.cohort());
    }
}
