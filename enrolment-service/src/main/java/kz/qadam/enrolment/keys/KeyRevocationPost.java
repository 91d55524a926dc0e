package kz.qadam.enrolment.keys;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a revocation. */
@Schema(name = "NewInstitutionKeyRevocation", description = "A key is to be refused from now on.")
record KeyRevocationPost(
        @Schema(
                description = "The reason, for the record. It must not name a person.",
                examples = "The server was sold")
        @NotNull
        @Size(min = 1, max = 1_000)
        @FreeText
        String reason) {

    private static final ItemReader<KeyRevocationPost> READER = ItemReader.of(KeyRevocationPost.class);

    static final String EXAMPLE = """
            {"reason": "The server was sold"}""";

    /** @throws kz.qadam.chassis.http.problem.Problem if the body has faults */
    static KeyRevocationPost read(ItemFields fields) {
        return READER.readOrThrow(fields);
    }
}
