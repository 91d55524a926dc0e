package kz.qadam.reporting.fact;

import java.util.Locale;
import java.util.Map;

/** What brought a state about, as far as revisions of figures tell causes apart. */
public enum Cause {
    /** Something was reported, or became known, that had not been known before. */
    REPORT,
    /** A completion or its enrolment was corrected. */
    CORRECTION,
    /** A completion was revoked. */
    REVOCATION,
    /** Two learners were found to be one person. */
    MERGE,
    /** A requirement changed, or what a course counts for. */
    RULE,
    /** The days of the programme changed. */
    PROGRAMME,
    /** A cause that is not known here. */
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

    /** In the words of events about a completion. */
    public static Cause ofCompletion(String word) {
        return OF_COMPLETION.getOrDefault(word, OTHER);
    }

    /** In the words of events about whether a learner is trained. */
    public static Cause ofTrained(String word) {
        return OF_TRAINED.getOrDefault(word, OTHER);
    }

    /** By what happened to an enrolment. */
    public static Cause ofEnrolment(String word) {
        return OF_ENROLMENT.getOrDefault(word, OTHER);
    }

    /** As it is stored and answered. */
    public String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }

    public static Cause of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
