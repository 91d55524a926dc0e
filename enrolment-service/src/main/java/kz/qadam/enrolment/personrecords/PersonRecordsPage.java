package kz.qadam.enrolment.personrecords;

import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.enrolment.completions.CompletionDetail;
import kz.qadam.enrolment.enrolments.EnrolmentAttributes;

/**
 * What the page shows besides its texts. The answer is printed in a language of its own, so the page has the texts of the
 * answer in every language.
 */
public record PersonRecordsPage() {

    static final String NAME = "person-records";

    /** The texts of the answer. */
    private static final List<String> OF_THE_ANSWER = List.of(
            "answer",
            "by.self",
            "by.representative",
            "request-is",
            "answered-at",
            "not-held",
            "incomplete",
            "service.progress",
            "service.reporting",
            "person",
            "learner",
            "number",
            "merged",
            "split",
            "enrolments",
            "none",
            "completions",
            "trained",
            "trained.yes",
            "trained.no",
            "readers",
            "readers.what",
            "readers.certain",
            "readers.possible",
            "when",
            "what",
            "who",
            "content",
            "reason",
            "question",
            "match",
            "office",
            "service",
            "unrecorded",
            "at",
            "enrolled-on",
            "left-on",
            "completed-on",
            "score",
            "certificate",
            "counts",
            "event.enrolled",
            "event.withdrawn",
            "event.corrected",
            "event.merged",
            "event.split",
            "event.reported",
            "event.revoked",
            "event.enrolment-known",
            "event.enrolment-corrected",
            "event.programme",
            "status.enrolled",
            "status.completed",
            "status.withdrawn",
            "status.pending",
            "status.accepted",
            "status.refused",
            "status.revoked",
            "because.enrolment-unknown",
            "because.before-enrolment",
            "because.outside-programme",
            "because.programme-unknown",
            "because.revoked",
            "further",
            "further.files",
            "further.figures",
            "further.backups",
            "rights",
            "rights.what",
            "correct",
            "change",
            "change.course",
            "change.cohort",
            "change.region",
            "change.enrolledOn",
            "change.withdrawal",
            "change.completedOn",
            "change.score",
            "change.certificate",
            "change.revocation",
            "block.disputed",
            "block.unlawful",
            "block.requested",
            "blocked",
            "page",
            "value",
            "apply",
            "applied");

    public List<String> shared() {
        return List.of("no-answer", "strange-answer", "broken", "explained");
    }

    public List<String> ofTheAnswer() {
        return OF_THE_ANSWER;
    }

    /** The attributes of enrolments, which the answer may have. */
    public List<EnrolmentAttributes.Declared> attributes() {
        return EnrolmentAttributes.declared();
    }

    /** What they and their values are called. */
    public List<Message> ofAttributes() {
        return attributes().stream()
                .flatMap(EnrolmentAttributes.Declared::texts)
                .toList();
    }

    /** What the details of completions and their values are called. */
    public List<Message> ofDetails() {
        return CompletionDetail.texts();
    }
}
