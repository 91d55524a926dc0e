package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.enrolment.catalogue.Catalogue;

/** What is submitted about an enrolment that is there. */
interface Amendment {

    /** What an amendment does to an enrolment. */
    sealed interface Change {

        /**
         * It changes.
         *
         * @param httpStatus 201 where something new came to be, else 200
         */
        record Changed(int httpStatus, Enrolment after) implements Change {}

        /** It was so already. */
        record Unchanged() implements Change {}

        /** It cannot be. */
        record Refused(Problem problem) implements Change {

            /** Something was sent earlier that says otherwise. */
            static Refused conflict(List<Fault> differences) {
                return new Refused(new Problem(ProblemType.REFERENCE_CONFLICT, differences));
            }
        }
    }

    /** The institution that it names, or null. */
    String institution();

    /** The reference of the enrolment, or its id. */
    String enrolment();

    /** The course that it names; null if it names none. */
    String course();

    /** The cohort that it names; null if it names none. */
    String cohort();

    /** The rules of the catalogue and of the calendar that it breaks by itself. */
    List<Fault> broken(Fields fields, Catalogue catalogue, LocalDate today);

    /**
     * What it does to its enrolment; writes nothing.
     *
     * @param item the item that says it
     */
    Change applyTo(Enrolment enrolment, ParsedItem<?> item, Instant now);
}
