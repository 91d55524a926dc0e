package kz.qadam.progress.learner;

import java.util.Arrays;

/** What brought a new state about, in the words of the events. */
public enum Cause {
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

    Cause(String ofCompletion, String ofTrained) {
        this.ofCompletion = ofCompletion;
        this.ofTrained = ofTrained;
    }

    /** The cause that is called so in events about a completion; the first of those that share a word. */
    public static Cause ofWord(String word) {
        return Arrays.stream(values())
                .filter(cause -> cause.ofCompletion.equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** The word in events about a completion. */
    public String ofCompletion() {
        return ofCompletion;
    }

    /** The word in events about a learner's trained state. */
    public String ofTrained() {
        return ofTrained;
    }
}
