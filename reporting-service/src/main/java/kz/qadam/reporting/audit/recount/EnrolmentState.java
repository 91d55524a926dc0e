package kz.qadam.reporting.audit.recount;

import java.util.UUID;

/** The state of an enrolment, as its newest event states it. */
record EnrolmentState(
        UUID enrolmentId, long version, UUID learnerId, String cohort, String region, String institution, String course)
        implements LearnerState {}
