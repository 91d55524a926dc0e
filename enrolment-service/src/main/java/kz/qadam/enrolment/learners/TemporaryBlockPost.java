package kz.qadam.enrolment.learners;

import jakarta.validation.constraints.NotNull;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a block. */
@Schema(name = "NewTemporaryBlock", description = "A learner is to be blocked for a time.")
record TemporaryBlockPost(
        @Schema(examples = "disputed") @NotNull BlockReason reason) {

    private static final ItemReader<TemporaryBlockPost> READER = ItemReader.of(TemporaryBlockPost.class);

    static final String EXAMPLE = """
            {"reason": "disputed"}""";

    /** @throws kz.qadam.chassis.http.problem.Problem if the body has faults */
    static TemporaryBlockPost read(ItemFields fields) {
        return READER.readOrThrow(fields);
    }
}
