package kz.qadam.progress.completion;

import java.util.UUID;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.learner.LearnerCohort;

/** The attributes that a completion takes from its enrolment. */
record EnrolmentAttributes(UUID enrolmentId, UUID learnerId, String cohort, String course, String region) {

    static EnrolmentAttributes by(Enrolment e) {
        return e == null ? null : new EnrolmentAttributes(e.id(), e.learnerId(), e.cohort(), e.course(), e.region());
    }

    LearnerCohort learnerCohort() {
        return new LearnerCohort(learnerId, cohort);
    }
}
