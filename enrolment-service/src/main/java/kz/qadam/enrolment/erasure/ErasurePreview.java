package kz.qadam.enrolment.erasure;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an erasure would concern: nothing was kept. */
@Schema(name = "ErasurePreview", description = "The result of a dry run of an erasure: nothing was kept.")
record ErasurePreview(
        @Schema(description = "Always true in this answer.", examples = "true")
        boolean dryRun,

        UUID learnerId,

        @Schema(description = "Other pseudonyms of the same person, which are erased too.")
        List<UUID> aliases,

        @Schema(description = "The records that stay as pseudonymous counts, by institution.")
        List<AtInstitution> institutions,

        @Schema(
                description =
                        "How many files of all senders may hold the number: their content is deleted when they are"
                                + " judged, earlier than usual.",
                examples = "1")
        int files,

        @Schema(description = "What would remain outside the live tables, and until when, if it were done now.")
        List<ErasureView.Remainder> remains) {

    /** What concerns the person alone: the files are of all senders, and what remains is counted from now. */
    List<Object> ofPerson() {
        return List.of(learnerId, aliases, institutions);
    }

    /** The records of one institution. */
    @Schema(name = "ErasedRecords", description = "The number of records of the learner at one institution.")
    record AtInstitution(
            @Schema(examples = "school-42") String institution,
            @Schema(examples = "2") int enrolments,

            @Schema(description = "Those that enrolment-service knows.", examples = "1")
            int completions) {}
}
