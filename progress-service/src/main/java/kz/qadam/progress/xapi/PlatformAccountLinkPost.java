package kz.qadam.progress.xapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.batch.OwnCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says whose an account at a platform is. A member that cannot be read is null. */
@Schema(name = "AccountLinkPost", description = "Says whose an account at a learning platform is.")
record PlatformAccountLinkPost(
        @Schema(
                description = "Only the office has to name it; a partner's institution is in its token.",
                examples = "school-42")
        @Size(min = 1, max = 100)
        @FreeText(mayHonourPerson = true)
        String institution,

        @Schema(
                description = "The name of the platform; may be left out if the institution has only one.",
                examples = "moodle")
        @Size(min = 1, max = 100)
        @FreeText(mayHonourPerson = true)
        String platform,

        @Schema(
                description = "The name of the account, as statements say it: a number, a user name, a UUID. No"
                        + " identification number of a person. It is kept sealed.",
                examples = "17")
        @NotNull
        @Size(min = 1, max = 300)
        @FreeText(mayHonourPerson = true)
        String account,

        @Schema(
                description =
                        "The reference of any enrolment of the person at this institution (tried first), or its id."
                                + " It may come later: until then the link is pending.",
                examples = "E-2026-0001")
        @NotNull
        @Size(min = 1, max = 100)
        @OwnCode
        String enrolment,

        @Schema(
                description = "Required if the account is linked to somebody else. from-now-on: what came before stays"
                        + " that person's. always-wrong: what was counted by it is revoked, and counts for the other"
                        + " person.")
        Replace replace) {

    /** What becomes of what came before. */
    enum Replace {
        @JsonProperty("from-now-on")
        FROM_NOW_ON,
        @JsonProperty("always-wrong")
        ALWAYS_WRONG
    }

    static final ItemReader<PlatformAccountLinkPost> READER = ItemReader.of(PlatformAccountLinkPost.class);

    static final String EXAMPLE = """
            {"account": "17", "enrolment": "E-2026-0001"}""";

    static final String CSV_EXAMPLE = """
            account,enrolment
            17,E-2026-0001
            18,E-2026-0002
            """;

    /** The same with the platform that is meant. */
    PlatformAccountLinkPost at(String meant) {
        return new PlatformAccountLinkPost(institution, meant, account, enrolment, replace);
    }

    /** Not the account: it may say who somebody is. */
    @Override
    public String toString() {
        return "PlatformAccountLinkPost of " + institution;
    }
}
