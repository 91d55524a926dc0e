package kz.qadam.progress.completion;

import jakarta.validation.constraints.Size;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whose a completion is, and in which course, where an institution knows people by their accounts at its learning platform,
 * and not by enrolments. Each member may be null.
 */
record NamedByPlatformAccount(
        @Schema(
                examples = "17",
                description =
                        "In place of the enrolment: the account of the learner at your learning platform, if it is"
                                + " linked. The enrolment is the learner's newest in the course that began by the day. It is"
                                + " not stored.")
        @Size(min = 1, max = 300)
        @FreeText(mayHonourPerson = true)
        String account,

        @Schema(
                examples = "moodle",
                description = "With an account: the name of the platform; may be left out if the institution has only"
                        + " one.")
        @Size(min = 1, max = 100)
        @FreeText(mayHonourPerson = true)
        String platform,

        @Schema(examples = "AI-101", description = "With an account: the code of the course.")
        @Size(min = 1, max = 100)
        @FreeText(mayHonourPerson = true)
        String course) {

    static final String ACCOUNT = "account";
    static final String COURSE = "course";

    /** Requires that a completion names either an enrolment or an account with its course. */
    static void check(ItemFields completion) {
        if (!completion.has(ACCOUNT)) {
            completion.require("enrolment");
        } else if (completion.has("enrolment")) {
            completion.broken(ACCOUNT, "enrolment-or-account");
        } else {
            completion.require(COURSE);
        }
    }

    boolean hasAccount() {
        return account != null;
    }

    /** Not the account: it may say who somebody is. */
    @Override
    public String toString() {
        return "An account in " + course;
    }
}
