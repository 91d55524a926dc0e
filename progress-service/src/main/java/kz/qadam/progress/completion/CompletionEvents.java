package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.chassis.kafka.OutboxEvent;
import kz.qadam.progress.learner.LearnerCohort;
import kz.qadam.progress.learner.TrainedStateChanges;

/** Creates the events about a completion; each has the whole state of the completion. */
final class CompletionEvents {

    private record State(
            UUID completionId,
            String reference,
            String institution,
            UUID enrolmentId,
            UUID learnerId,
            String course,
            String cohort,
            String region,
            LocalDate completedOn,
            Status status,
            boolean counts,
            String because,
            String cause,
            int trainedVersion,
            int version,
            Instant recordedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) MovedFrom movedFrom) {}

    private record MovedFrom(UUID learnerId, String cohort, int trainedVersion) {

        static MovedFrom of(LearnerCohort learner, TrainedStateChanges trained) {
            return new MovedFrom(learner.learnerId(), learner.cohort(), trained.version(learner));
        }
    }

    private CompletionEvents() {}

    /** Creates the event about a change, after the learners have been judged. */
    static OutboxEvent of(PublishedChange published, TrainedStateChanges trained, String trace) {
        Completion c = published.change().after();
        EnrolmentAttributes enrolled = published.enrolment();
        Instant at = c.origin().at();
        var data = new State(
                c.id(),
                c.reference(),
                c.institution(),
                enrolled.enrolmentId(),
                enrolled.learnerId(),
                enrolled.course(),
                enrolled.cohort(),
                enrolled.region(),
                c.content() == null ? null : c.content().completedOn(),
                c.state().status(),
                c.state().counts(),
                c.state().because(),
                c.origin().cause().ofCompletion(),
                trained.version(enrolled.learnerCohort()),
                c.version(),
                at,
                published
                        .formerLearner()
                        .map(learner -> MovedFrom.of(learner, trained))
                        .orElse(null));
        String type = "kz.qadam.completion." + verb(published) + ".v1";
        return new OutboxEvent(enrolled.learnerId().toString(), type, c.id().toString(), c.version(), at, data, trace);
    }

    private static String verb(PublishedChange published) {
        return switch (published.change().after().state().status()) {
            case REVOKED -> "revoked";
            case REFUSED -> "refused";
            case ACCEPTED -> published.isFirstPublication() ? "recorded" : "corrected";
            case PENDING -> "corrected";
        };
    }
}
