package kz.qadam.chassis.events.archive;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody outside has fetched and checked. */
@Schema(name = "SegmentConfirmation", description = "A segment that was fetched and checked, with all before it.")
record SegmentConfirmationPost(
        @Schema(
                description = "SHA-256 of its manifest, in hexadecimal digits.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @NotNull
        @Size(min = 64, max = 64)
        String manifest) {

    private static final ItemReader<SegmentConfirmationPost> READER = ItemReader.of(SegmentConfirmationPost.class);

    /**
     * Reads a confirmation.
     *
     * @throws kz.qadam.chassis.http.problem.Problem if it cannot be read
     */
    static SegmentConfirmationPost read(ItemFields fields) {
        return READER.readOrThrow(fields);
    }
}
