package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.chassis.kafka.OutboxEvent;
import kz.qadam.progress.learner.Judged;
import kz.qadam.progress.learner.LearnerCohort;

/** The events about a completion; each carries its whole state. */
final class CompletionFacts {

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

        static MovedFrom of(LearnerCohort who, Judged judged) {
            return new MovedFrom(who.learnerId(), who.cohort(), judged.version(who));
        }
    }

    private CompletionFacts() {}

    /** The event that tells of a change, when those whom it concerns have been judged. */
    static OutboxEvent of(Telling telling, Judged judged, String trace) {
        Completion c = telling.change().after();
        Enrolled under = telling.under();
        Instant at = c.origin().at();
        var data = new State(
                c.id(),
                c.reference(),
                c.institution(),
                under.enrolmentId(),
                under.learnerId(),
                under.course(),
                under.cohort(),
                under.region(),
                c.content() == null ? null : c.content().completedOn(),
                c.standing().status(),
                c.standing().counts(),
                c.standing().because(),
                c.origin().cause().ofCompletion(),
                judged.version(under.who()),
                c.version(),
                at,
                telling.left().map(who -> MovedFrom.of(who, judged)).orElse(null));
        String type = "kz.qadam.completion." + verb(telling) + ".v1";
        return new OutboxEvent(under.learnerId().toString(), type, c.id().toString(), c.version(), at, data, trace);
    }

    private static String verb(Telling telling) {
        return switch (telling.change().after().standing().status()) {
            case REVOKED -> "revoked";
            case REFUSED -> "refused";
            case ACCEPTED -> telling.isFirst() ? "recorded" : "corrected";
            case PENDING -> "corrected";
        };
    }
}
