package kz.qadam.enrolment.erasure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.enrolment.learners.LearnerIdentityPost;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of an erasure. */
@Schema(name = "NewErasure", description = "A learner is to be erased.")
record ErasurePost(
        @NotNull(message = "missing/identity") LearnerIdentityPost learner,

        @Schema(
                description = "requested: the person asked for it. consent-withdrawn: the person or a legal"
                        + " representative withdrew the consent. no-basis: there was no legal basis to send the data."
                        + " sent-by-mistake: the institution sent a wrong person.",
                enumeration = {"requested", "consent-withdrawn", "no-basis", "sent-by-mistake"},
                examples = "requested")
        @NotNull
        ErasureReason reason,

        @Schema(
                description = "For the record, such as the number of the letter. It is deleted when the learner is"
                        + " erased.",
                examples = "Letter 114")
        @Size(min = 1, max = 1_000)
        @FreeText
        String explanation) {

    private static final ItemReader<ErasurePost> READER = ItemReader.of(ErasurePost.class);

    static final String EXAMPLE = """
            {"learner": {"iin": "991231100010"}, "reason": "requested", "explanation": "Letter 114"}""";

    /** @throws kz.qadam.chassis.http.problem.Problem if the body has faults */
    static ErasurePost read(ItemFields fields) {
        return READER.readOrThrow(fields);
    }
}
