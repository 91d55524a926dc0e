package kz.qadam.reporting.intake.projection;

import java.util.UUID;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.reporting.rollup.fact.Enrolment;
import kz.qadam.reporting.rollup.fact.Trained;

/** A learner in a cohort, the subject of a trained fact. */
record LearnerCohort(UUID learner, String cohort) {

    static final TableColumns<LearnerCohort> COLUMNS = TableColumns.of(LearnerCohort.class);

    static LearnerCohort of(Enrolment enrolment) {
        return new LearnerCohort(enrolment.learner(), enrolment.cohort());
    }

    static LearnerCohort of(Trained trained) {
        return new LearnerCohort(trained.learner(), trained.cohort());
    }
}
