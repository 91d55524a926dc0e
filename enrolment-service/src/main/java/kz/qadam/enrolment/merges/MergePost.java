package kz.qadam.enrolment.merges;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a merge. */
@Schema(name = "NewLearnerMerge", description = "Two learners are one person.")
record MergePost(
        @Schema(
                description = "The learner that becomes an alias of the other.",
                examples = "9d2b6a44-0f0e-4e55-8f6b-3a1f0c9d7e21")
        @NotNull
        UUID absorbed,

        @Schema(
                description = "The learner that represents the person from now on.",
                examples = "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10")
        @NotNull
        UUID surviving,

        @Schema(
                description = "The reason, for the record. The institutions of the moved enrolments can read it: name"
                        + " no other institution, no person and no identification number.",
                examples = "First enrolled by birth certificate, later by IIN")
        @NotNull
        @Size(min = 1, max = 1_000)
        @FreeText
        String reason) {

    private static final ItemReader<MergePost> READER = ItemReader.of(MergePost.class);

    static final String EXAMPLE = """
            {"absorbed": "9d2b6a44-0f0e-4e55-8f6b-3a1f0c9d7e21", "surviving": "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10", \
            "reason": "First enrolled by birth certificate, later by IIN"}""";

    /** @throws kz.qadam.chassis.http.problem.Problem if the body has faults */
    static MergePost read(ItemFields fields) {
        MergePost merge = READER.read(fields);
        if (merge.absorbed != null && merge.absorbed.equals(merge.surviving)) {
            fields.broken("surviving", "same-learner");
        }
        fields.throwProblem();
        return merge;
    }
}
