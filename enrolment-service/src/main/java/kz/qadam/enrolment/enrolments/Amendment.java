package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;

/** A submission about an existing enrolment: a withdrawal or a correction. */
interface Amendment extends EnrolmentSubmissionKind.Post {

    /** The result of applying an amendment to an enrolment. */
    sealed interface Change {

        /**
         * The enrolment changes.
         *
         * @param httpStatus 201 if the amendment created something, else 200
         */
        record Changed(int httpStatus, Enrolment after) implements Change {}

        /** The enrolment is already as the amendment states. */
        record Unchanged() implements Change {}

        /** The amendment is refused. */
        record Refused(Problem problem) implements Change {

            /** Other content was sent earlier. */
            static Refused conflict(List<Fault> differences) {
                return new Refused(new Problem(ProblemType.REFERENCE_CONFLICT, differences));
            }
        }
    }

    /** The reference or the id of the enrolment. */
    String enrolment();

    @Override
    default String reference() {
        return enrolment();
    }

    /** The course in the submission, or null. */
    default String course() {
        return null;
    }

    @Override
    default String cohort() {
        return null;
    }

    /** The rules of the catalogue and of the calendar that it breaks, whatever the state of the enrolment. */
    List<Fault> brokenRules(ItemFields fields, NamedCatalogueEntries catalogue, LocalDate today);

    /**
     * Applies it to the enrolment, in memory only.
     *
     * @param item the submitted item of this amendment
     */
    Change applyTo(Enrolment enrolment, ParsedItem<?> item, Instant now);
}
