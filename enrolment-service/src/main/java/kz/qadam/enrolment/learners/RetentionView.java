package kz.qadam.enrolment.learners;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The retention of numbers, and how many it has removed. */
@Schema(name = "VaultRetention", description = "How long the vault keeps numbers, and how many are gone.")
record RetentionView(
        @Schema(
                nullable = true,
                description = "How long a number is kept after the last activity of its learner (ISO 8601); null: no"
                        + " limit is set.",
                examples = "P5Y")
        String period,

        @Schema(
                nullable = true,
                description = "A number has expired if the last activity of its learner was before this local day;"
                        + " null: no limit is set.",
                examples = "2031-03-01")
        LocalDate expiredBefore,

        @Schema(description = "How many learners have no number any more.", examples = "0")
        long withoutNumber) {}
