package kz.qadam.reporting;

import java.util.UUID;

/** A completion as its publisher tells of it; each event is its whole state. */
public record Reported(
        UUID id,
        UUID learner,
        UUID enrolment,
        String reference,
        String cohort,
        String region,
        String institution,
        String course,
        String day,
        String status,
        String because,
        String cause,
        String movedFrom,
        long trainedVersion,
        long version) {

    /** One that counts, as it is told first. */
    public static Reported of(UUID learner, String cohort, String region, String institution, String day) {
        return new Reported(
                UUID.randomUUID(),
                learner,
                UUID.randomUUID(),
                "C-" + UUID.randomUUID(),
                cohort,
                region,
                institution,
                "AI-101",
                day,
                "accepted",
                null,
                "reported",
                null,
                1,
                1);
    }

    public Reported course(String other) {
        return new Reported(
                id,
                learner,
                enrolment,
                reference,
                cohort,
                region,
                institution,
                other,
                day,
                status,
                because,
                cause,
                movedFrom,
                trainedVersion,
                version);
    }

    public Reported under(UUID ofEnrolment) {
        return new Reported(
                id,
                learner,
                ofEnrolment,
                reference,
                cohort,
                region,
                institution,
                course,
                day,
                status,
                because,
                cause,
                movedFrom,
                trainedVersion,
                version);
    }

    /** The next state: it stands otherwise. */
    public Reported next(String newStatus, String newBecause, String newCause) {
        return new Reported(
                id,
                learner,
                enrolment,
                reference,
                cohort,
                region,
                institution,
                course,
                day,
                newStatus,
                newBecause,
                newCause,
                null,
                trainedVersion + 1,
                version + 1);
    }

    /** The same, and it does not count because of this. */
    public Reported because(String reason) {
        return new Reported(
                id,
                learner,
                enrolment,
                reference,
                cohort,
                region,
                institution,
                course,
                day,
                status,
                reason,
                cause,
                movedFrom,
                trainedVersion,
                version);
    }

    public Reported revoked() {
        return next("revoked", "revoked", "revoked");
    }

    /** The next state: on another day. */
    public Reported on(String otherDay) {
        Reported next = next("accepted", null, "corrected");
        return new Reported(
                id,
                learner,
                enrolment,
                reference,
                cohort,
                region,
                institution,
                course,
                otherDay,
                next.status,
                null,
                next.cause,
                null,
                next.trainedVersion,
                next.version);
    }

    /** The next state: its enrolment is of another course or in another region. */
    public Reported enrolledOtherwise(String otherCourse, String otherRegion) {
        Reported next = next(status, because, "enrolment-corrected");
        return new Reported(
                id,
                learner,
                enrolment,
                reference,
                cohort,
                otherRegion,
                institution,
                otherCourse,
                day,
                status,
                because,
                next.cause,
                null,
                next.trainedVersion,
                next.version);
    }

    /** The next state: in another cohort, or of another learner; what is left behind is judged again too. */
    public Reported movedTo(UUID otherLearner, String otherCohort, String newCause, long ofOther) {
        String from = """
                {"learnerId": "%s", "cohort": "%s", "trainedVersion": %d}""".formatted(learner, cohort, trainedVersion + 1);
        return new Reported(
                id,
                otherLearner,
                enrolment,
                reference,
                otherCohort,
                region,
                institution,
                course,
                day,
                status,
                because,
                newCause,
                from,
                ofOther,
                version + 1);
    }

    /** The same, judged into another state of its learner. */
    public Reported judgedBy(long otherTrainedVersion) {
        return new Reported(
                id,
                learner,
                enrolment,
                reference,
                cohort,
                region,
                institution,
                course,
                day,
                status,
                because,
                cause,
                movedFrom,
                otherTrainedVersion,
                version);
    }

    /** Tells of this state. */
    public Reported told() {
        String verb = status.equals("accepted")
                ? (version == 1 ? "recorded" : "corrected")
                : status.equals("pending") ? "corrected" : status;
        Events.send(
                "qadam.completions",
                learner.toString(),
                "kz.qadam.completion." + verb + ".v1",
                id.toString(),
                version,
                """
                {"completionId": "%s", "reference": "%s", "institution": "%s", "enrolmentId": "%s", "learnerId": "%s",
                 "course": "%s", "cohort": "%s", "region": "%s", "completedOn": "%s", "status": "%s", "counts": %s,
                 "because": %s, "cause": "%s", "trainedVersion": %d, "version": %d,
                 "recordedAt": "2026-06-01T05:00:00Z"%s}
                """.formatted(
                                id,
                                reference,
                                institution,
                                enrolment,
                                learner,
                                course,
                                cohort,
                                region,
                                day,
                                status,
                                status.equals("accepted") && because == null,
                                because == null ? "null" : "\"" + because + "\"",
                                cause,
                                trainedVersion,
                                version,
                                movedFrom == null ? "" : ", \"movedFrom\": " + movedFrom));
        return this;
    }

    /** Tells that this completion makes its learner trained, in the state that it was judged into. */
    public Reported trains() {
        return trains("completion");
    }

    public Reported trains(String because) {
        Events.send(
                "qadam.completions",
                learner.toString(),
                "kz.qadam.learner.trained.v1",
                learner + "/" + cohort,
                trainedVersion,
                """
                {"learnerId": "%s", "cohort": "%s", "trained": true, "trainedOn": "%s", "completionId": "%s",
                 "reference": "%s", "institution": "%s", "region": "%s", "course": "%s", "requirementVersion": 1,
                 "programmeVersion": 1, "cohortVersion": 1, "cause": "%s", "version": %d,
                 "recordedAt": "2026-06-01T05:00:00Z"}
                """.formatted(
                        learner, cohort, day, id, reference, institution, region, course, because, trainedVersion));
        return this;
    }
}
