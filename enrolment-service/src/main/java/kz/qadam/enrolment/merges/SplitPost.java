package kz.qadam.enrolment.merges;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a split. */
@Schema(name = "NewLearnerSplit", description = "Two learners who were merged are two people.")
record SplitPost(
        @Schema(description = "The learner that was absorbed.", examples = "9d2b6a44-0f0e-4e55-8f6b-3a1f0c9d7e21")
        @NotNull
        UUID absorbed,

        @Schema(
                description = "The learner that represents both now.",
                examples = "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10")
        @NotNull
        UUID surviving,

        @Schema(
                description =
                        "Further enrolments of the absorbed learner, by their ids, besides those that were its own"
                                + " when the two were merged. None if it is left out.",
                examples = "[\"0199a1c2-7a00-7c3e-8d11-5b8f6a7c1e01\"]")
        List<UUID> enrolments,

        @Schema(
                description = "The reason, for the record. The institutions of the moved enrolments can read it: name"
                        + " no other institution, no person and no identification number.",
                examples = "Two people with one document number")
        @NotNull
        @Size(min = 1, max = 1_000)
        @FreeText
        String reason) {

    private static final ItemReader<SplitPost> READER = ItemReader.of(SplitPost.class);

    static final String EXAMPLE = """
            {"absorbed": "9d2b6a44-0f0e-4e55-8f6b-3a1f0c9d7e21", "surviving": "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10", \
            "enrolments": ["0199a1c2-7a00-7c3e-8d11-5b8f6a7c1e01"], "reason": "Two people with one document number"}\
            """;

    /** @throws kz.qadam.chassis.http.problem.Problem if the body has faults */
    static SplitPost read(ItemFields fields) {
        SplitPost split = READER.read(fields);
        fields.throwProblem();
        return split;
    }

    /** The named enrolments, each once, in the order of their ids. */
    List<UUID> named() {
        return enrolments == null
                ? List.of()
                : enrolments.stream().distinct().sorted().toList();
    }
}
