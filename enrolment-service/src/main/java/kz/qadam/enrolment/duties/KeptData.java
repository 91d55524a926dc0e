package kz.qadam.enrolment.duties;

import java.util.Locale;

/** What Qadam keeps of a person, and the members of person records that show it. A test compares them with what is stored. */
public enum KeptData {
    NUMBER("numbers"),
    LEARNER("learnerId", "absorbed", "surviving", "named", "id", "enrolmentId"),
    COURSE("course"),
    COHORT("cohort"),
    REGION("region"),
    INSTITUTION("institution"),
    DAYS("enrolledOn", "withdrawnOn", "completedOn", "recordedAt"),
    REFERENCES("reference", "enrolment"),
    REASONS("reason", "event", "cause", "role"),
    STATUS("status", "because", "counts", "version"),
    RESULT("score", "certificate"),
    TRAINED("trained", "trainedOn", "completionId", "courses", "hours", "requirementVersion"),
    PLATFORM("platformAccounts", "platform", "account", "activity", "statements", "result", "state", "voided", "since"),
    MERGES(
            "enrolments",
            "mergedFrom",
            "decidedBy",
            "decidedAt",
            "mergeReason",
            "mergeDecidedBy",
            "mergeDecidedAt",
            "splits"),
    BLOCK("block", "blockedAt", "blockedBy"),
    READERS("actor", "action", "roles", "at", "subject", "asked", "records", "certain");

    private final String members;

    KeptData(String... members) {
        this.members = String.join(" ", members);
    }

    /** The members of person records that show it, with blanks between them. */
    public String members() {
        return members;
    }

    /** The key of its text. */
    public String textKey() {
        return "kept." + name().toLowerCase(Locale.ROOT);
    }
}
