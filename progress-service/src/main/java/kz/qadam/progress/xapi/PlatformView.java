package kz.qadam.progress.xapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import kz.qadam.progress.xapi.reading.PlatformProfile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A saved platform, as answers show it. */
@Schema(name = "Platform", description = "A learning platform of an institution, and how its statements are read.")
record PlatformView(
        @JsonProperty("institution") @Schema(examples = "school-42")
        String owner,

        @Schema(examples = "moodle") String name,

        @JsonUnwrapped PlatformProfile profile) {

    /** All platforms of an institution. */
    @Schema(name = "Platforms")
    record All(List<PlatformView> items) {}

    /** What would become of statements by a profile. */
    @Schema(
            name = "PlatformTrial",
            description = "What would become of statements if the profile was saved; nothing is kept.")
    record Trial(
            PlatformView platform,
            List<Tried> statements,

            @Schema(description = "How many completions the statements would record, correct or revoke.")
            int completions,

            @Schema(
                    description = "How many completions would be recorded from what waits, since its course would be"
                            + " another one of ours.")
            int waitingCounted,

            @Schema(description = "How many statements that wait would be dropped, since their course is none of ours.")
            int waitingDropped) {}

    /** What would become of one statement. */
    @Schema(name = "TriedStatement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tried(
            @Schema(description = "Its place among those that were sent, from 0.")
            int index,

            UUID id,

            @Schema(description = "counted, repeated, or the code of why it does not count.", examples = "no-account")
            String outcome,

            @Schema(
                    description = "The same as a sentence.",
                    examples = "The account is not linked to a learner yet. The statement waits.")
            String text,

            @Schema(description = "Which of our courses it is about.", examples = "AI-101")
            String course) {}

    static PlatformView of(String owner, PlatformRows.Saved saved) {
        return new PlatformView(owner, saved.name(), saved.profile());
    }
}
