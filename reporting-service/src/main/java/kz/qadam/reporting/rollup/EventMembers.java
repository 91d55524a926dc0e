package kz.qadam.reporting.rollup;

import java.util.Optional;
import kz.qadam.reporting.rollup.fact.Completion;
import kz.qadam.reporting.rollup.fact.Enrolment;
import kz.qadam.reporting.rollup.fact.Fact;
import kz.qadam.reporting.rollup.fact.Trained;

/** The members of dimensions that an event names: its region, institution and course. */
public record EventMembers(String region, String institution, String course) {

    static EventMembers of(Completion one) {
        return new EventMembers(one.region(), one.institution(), one.course());
    }

    static EventMembers of(Enrolment one) {
        return new EventMembers(one.region(), one.institution(), one.course());
    }

    static EventMembers of(Trained.By one) {
        return new EventMembers(one.region(), one.institution(), one.course());
    }

    /** The members of a fact; empty for a fact that counts in no cell. */
    public static Optional<EventMembers> of(Fact fact) {
        if (fact instanceof Completion completion) {
            return Optional.of(of(completion));
        }
        if (fact instanceof Enrolment enrolment) {
            return Optional.of(of(enrolment));
        }
        return fact instanceof Trained trained && trained.isTrained()
                ? Optional.of(of(trained.by()))
                : Optional.empty();
    }
}
