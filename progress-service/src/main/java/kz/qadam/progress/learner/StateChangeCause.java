package kz.qadam.progress.learner;

import java.util.Arrays;
import kz.qadam.chassis.events.kafka.UnreadableEventException;

/** The cause of a new state, with the words that the events use. */
public enum StateChangeCause {
    REPORTED("reported", "completion"),
    ENROLMENT_KNOWN("enrolment-known", "completion"),
    CORRECTED("corrected", "correction"),
    ENROLMENT_CORRECTED("enrolment-corrected", "enrolment"),
    MERGED("merged", "merged"),
    REVOKED("revoked", "revocation"),
    PROGRAMME("programme", "programme"),
    REQUIREMENT("programme", "requirement"),
    COURSE("programme", "course");

    private final String ofCompletion;
    private final String ofTrained;

    StateChangeCause(String ofCompletion, String ofTrained) {
        this.ofCompletion = ofCompletion;
        this.ofTrained = ofTrained;
    }

    /**
     * The cause with this word in events about a completion.
     *
     * @throws UnreadableEventException if there is none
     */
    public static StateChangeCause ofCompletion(String word) {
        return Arrays.stream(values())
                .filter(one -> one.ofCompletion.equals(word))
                .findFirst()
                .orElseThrow(() -> new UnreadableEventException("cause is not a value of the contract."));
    }

    /** The word in events about a completion. */
    public String ofCompletion() {
        return ofCompletion;
    }

    /** The word in events about a learner's trained state. */
    public String ofTrained() {
        return ofTrained;
    }

    /** The word that is stored with a completion. */
    @Override
    public String toString() {
        return ofCompletion;
    }
}
