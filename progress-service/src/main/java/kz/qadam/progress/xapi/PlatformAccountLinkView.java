package kz.qadam.progress.xapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link, as its institution sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AccountLink", description = "To whom an account at a learning platform is linked.")
record PlatformAccountLinkView(
        UUID id,
        @Schema(examples = "school-42") String institution,
        @Schema(examples = "moodle") String platform,
        @Schema(examples = "17") String account,

        @Schema(description = "The enrolment by which it is linked.", examples = "E-2026-0001")
        String enrolment,

        @Schema(description = "pending: the enrolment is not known yet.", examples = "accepted")
        String status,

        @Schema(description = "Whose it is; absent while the enrolment is not known.")
        UUID learnerId) {

    /** A completion that linking would record, correct or revoke. */
    @Schema(name = "AccountLinkChange", description = "A completion that would change.")
    record Change(
            @Schema(description = "recorded, corrected or revoked.", examples = "recorded")
            String change,

            @Schema(description = "The reference of its enrolment.", examples = "E-2026-0001")
            String enrolment,

            @Schema(examples = "AI-101") String course,

            @Schema(description = "Its day.", examples = "2026-05-31")
            LocalDate completedOn) {}

    /** What linking has led to, or would lead to. */
    @Schema(name = "AccountLinkEffect", description = "What follows from the links, by the statements that have come.")
    record Effect(
            @Schema(description = "How many completions are recorded.")
            int recorded,

            @Schema(description = "How many completions get another day.")
            int corrected,

            @Schema(description = "How many completions are revoked.")
            int revoked,

            @Schema(description = "The first 20 of these completions.")
            List<Change> changes) {

        private static final int LISTED = 20;

        static final Effect NONE = new Effect(0, 0, 0, List.of());

        Effect plus(Effect other) {
            return new Effect(
                    recorded + other.recorded,
                    corrected + other.corrected,
                    revoked + other.revoked,
                    Stream.concat(changes.stream(), other.changes.stream())
                            .limit(LISTED)
                            .toList());
        }
    }

    /** The answer to a dry run of one link. */
    @Schema(name = "AccountLinkTrial", description = "A link that is not kept, and what would follow.")
    record Trial(PlatformAccountLinkView link, Effect effect) {}

    /** Not the account: it may say who somebody is. */
    @Override
    public String toString() {
        return "PlatformAccountLinkView " + id;
    }
}
