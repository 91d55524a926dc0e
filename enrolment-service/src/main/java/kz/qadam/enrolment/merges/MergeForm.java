package kz.qadam.enrolment.merges;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a post of a merge looks like. */
@Schema(name = "NewLearnerMerge", description = "Two learners are one person.")
record MergeForm(
        @Schema(
                required = true,
                description = "The learner who is found as the other from now on.",
                examples = "9d2b6a44-0f0e-4e55-8f6b-3a1f0c9d7e21")
        UUID absorbed,

        @Schema(
                required = true,
                description = "The learner under whom the person counts from now on.",
                examples = "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10")
        UUID surviving,

        @Schema(
                required = true,
                maxLength = 1000,
                description = "Why, for the record. The institutions whose enrolments move read it: name no other"
                        + " institution in it, and no number.",
                examples = "First enrolled by birth certificate, later by IIN")
        String reason) {

    static final String EXAMPLE = """
            {"absorbed": "9d2b6a44-0f0e-4e55-8f6b-3a1f0c9d7e21", "surviving": "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10", \
            "reason": "First enrolled by birth certificate, later by IIN"}""";
}
