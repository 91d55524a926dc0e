package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account of a learner at a learning platform, and what the platform has stated of it. */
@Schema(name = "PlatformAccount", description = "An account that an institution has linked to the learner.")
public record PlatformAccountView(
        @Schema(examples = "school-42") String institution,
        @Schema(examples = "moodle") String platform,

        @Schema(description = "The name of the account, which is kept sealed.", examples = "17")
        String account,

        @Schema(description = "The enrolment by which it is linked.", examples = "E-2026-0001")
        String enrolment,

        @Schema(description = "When it was first heard of.") Instant since,

        @Schema(description = "What it has said of courses of ours, the earliest first.")
        List<Statement> statements) {

    /** A statement of the platform about the account. */
    @Schema(name = "PlatformAccountStatement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Statement(
            UUID id,
            String activity,
            @Schema(examples = "AI-101") String course,

            @Schema(description = "done or failed.", examples = "done")
            String result,

            Instant at,
            @Schema(examples = "2026-05-31") LocalDate day,

            @Schema(description = "counted, repeated, waiting or ignored.", examples = "counted")
            String state,

            @Schema(description = "Why it waits, or adds nothing.", examples = "no-enrolment")
            String because,

            boolean voided,
            Instant receivedAt) {}
}
