package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.enrolment.catalogue.Catalogue;

/** What is sent about an enrolment that is there. */
interface Amendment {

    /** Whose enrolment is meant, and which. */
    record Target(Fields fields, Acting acting, Optional<Problem> refusal, String institution, String enrolment) {

        /** @param named the institution that was sent, or null */
        static Target of(Fields fields, Acting acting, String named, String enrolment) {
            return new Target(
                    fields, acting, acting.refusal(fields, named), acting.institution(fields, named), enrolment);
        }

        /** The enrolment's id, if that is what was sent; no UUID is this one. */
        UUID id() {
            try {
                UUID id = UUID.fromString(enrolment);
                return id.toString().equalsIgnoreCase(enrolment) ? id : null;
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        /** What names an enrolment that is there, and things of the catalogue, was accepted before. */
        Optional<Problem> doubt() {
            return fields.doubt(Rules.NAMES);
        }

        Problem unknown() {
            return new Problem(ProblemType.NOT_FOUND, fields.fault("enrolment", "unknown-enrolment"));
        }
    }

    /** What an amendment does to an enrolment. */
    sealed interface Effect {

        /**
         * It changes.
         *
         * @param httpStatus 201 where something new came to be, else 200
         */
        record Changed(int httpStatus, Enrolment after) implements Effect {}

        /** It was so already. */
        record Unchanged() implements Effect {}

        /** It cannot be. */
        record Refused(Problem problem) implements Effect {}
    }

    Target target();

    /** The codes it names: course first, then cohort; null where it names none. */
    List<String> codes();

    /** What is wrong with it by itself, all at once. */
    Optional<Problem> problem(Catalogue catalogue, LocalDate today);

    Effect on(Enrolment enrolment, Instant now);

    /** That something was sent earlier that says otherwise. */
    static Effect conflict(List<Fault> differences) {
        return new Effect.Refused(new Problem(ProblemType.REFERENCE_CONFLICT, differences));
    }
}
