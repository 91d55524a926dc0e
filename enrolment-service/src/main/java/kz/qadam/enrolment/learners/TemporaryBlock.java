package kz.qadam.enrolment.learners;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A block in force: until the office lifts it, institutions cannot read what is held of the learner. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "A block in force: until the office lifts it, institutions cannot read or change the enrolments and"
                        + " completions of the learner, and nobody can enrol the learner.")
public record TemporaryBlock(
        @Schema(examples = "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10")
        UUID learnerId,

        @Schema(description = "Absent if it is lost, since the database was restored.", examples = "disputed")
        BlockReason reason,

        @Schema(description = "The subject of the token that blocked the learner.", examples = "office")
        String blockedBy,

        @Schema(examples = "2026-04-02T09:15:00Z") Instant blockedAt) {

    /** Why, in words. */
    public Message why() {
        return Message.of(reason == null ? "block-person.lost" : "block-person.reason." + reason);
    }
}
