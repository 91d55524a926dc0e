package kz.qadam.enrolment.personrecords;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.batch.OwnCode;
import kz.qadam.enrolment.learners.LearnerIdentityPost;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The question what is held of a person. */
@Schema(name = "PersonRecordRequest", description = "A person or a legal representative asks what is held.")
record PersonRecordPost(
        @Schema(description = "The person, by exactly one of iin, document and learnerId.")
        @NotNull(message = "missing/identity")
        LearnerIdentityPost person,

        @Schema(
                description = "Who asks: the person, or a legal representative. The office has checked it before.",
                examples = "self")
        @NotNull
        Requester requestedBy,

        @Schema(
                nullable = true,
                description = "The office's own reference of the request, without a number of the person.",
                examples = "IN-2026-117")
        @Size(min = 1, max = 100)
        @OwnCode
        String request) {

    private static final ItemReader<PersonRecordPost> READER = ItemReader.of(PersonRecordPost.class);

    /** An example to try out. Its number is of a birth in 1899, so it belongs to nobody. */
    static final String EXAMPLE = """
            {"person": {"iin": "991231100010"}, "requestedBy": "self", "request": "IN-2026-117"}""";

    /** @throws kz.qadam.chassis.http.problem.Problem if the body has faults */
    static PersonRecordPost read(ItemFields fields) {
        return READER.readOrThrow(fields);
    }
}
