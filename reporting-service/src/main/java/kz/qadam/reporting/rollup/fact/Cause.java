package kz.qadam.reporting.rollup.fact;

import java.util.Locale;
import java.util.Map;

/** Why a state changed, in the classes that revisions of figures distinguish. */
public enum Cause {
    /** Something new was reported or became known. */
    REPORT,
    /** A completion or its enrolment was corrected. */
    CORRECTION,
    /** A completion was revoked. */
    REVOCATION,
    /** Two learners were found to be one person, or not to be one. */
    MERGE,
    /** A requirement changed, or the hours of a course. */
    RULE,
    /** The days of the programme changed. */
    PROGRAMME,
    /** A description changed where its source counts, or an event names a cause that this service does not know. */
    OTHER;

    private final String code = name().toLowerCase(Locale.ROOT);

    private static final Map<String, Cause> OF_COMPLETION = Map.of(
            "reported", REPORT,
            "enrolment-known", REPORT,
            "corrected", CORRECTION,
            "enrolment-corrected", CORRECTION,
            "revoked", REVOCATION,
            "merged", MERGE,
            "programme", PROGRAMME);

    private static final Map<String, Cause> OF_TRAINED = Map.of(
            "completion", REPORT,
            "correction", CORRECTION,
            "enrolment", CORRECTION,
            "revocation", REVOCATION,
            "merged", MERGE,
            "requirement", RULE,
            "course", RULE,
            "programme", PROGRAMME);

    private static final Map<String, Cause> OF_ENROLMENT =
            Map.of("enrolled", REPORT, "withdrawn", REPORT, "corrected", CORRECTION, "merged", MERGE);

    /** The cause of a word in events about a completion. */
    public static Cause ofCompletion(String word) {
        return OF_COMPLETION.getOrDefault(word, OTHER);
    }

    /** The cause of a word in events about whether a learner is trained. */
    public static Cause ofTrained(String word) {
        return OF_TRAINED.getOrDefault(word, OTHER);
    }

    /** The cause of a word in events about an enrolment. */
    public static Cause ofEnrolment(String word) {
        return OF_ENROLMENT.getOrDefault(word, OTHER);
    }

    /** The word in tables and answers. */
    public String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }
}
