package kz.qadam.progress.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The progress of an evaluation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Evaluation",
        description =
                "Judging a cohort again after the catalogue changed. Until it is finished the cohort's figures are"
                        + " provisional.")
public record EvaluationView(
        @Schema(examples = "17") long id,
        @Schema(examples = "pupils") String cohort,

        @Schema(
                description = "What changed: the requirement of the cohort, the programme's days, or a course.",
                enumeration = {"requirement", "programme", "course"})
        String cause,

        EvaluationStatus status,

        @Schema(description = "By which versions of the catalogue it judges.")
        Versions versions,

        @Schema(
                description = "Only learners who completed one of these are judged; absent: everybody.",
                examples = "[\"AI-101\"]")
        List<String> courses,

        Learners learners,
        Instant askedAt,
        Instant startedAt,
        Instant finishedAt) {

    /** Versions of the catalogue. */
    @Schema(name = "EvaluationVersions")
    public record Versions(
            @Schema(examples = "1") int programme,
            @Schema(examples = "2") int cohort,

            @JsonRawValue
            @Schema(type = SchemaType.OBJECT, description = "Of each course.", example = "{\"AI-101\": 1}")
            String courses) {}

    /** How many learners have been judged. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EvaluationLearners")
    public record Learners(
            @Schema(description = "Judged so far.", examples = "120000")
            int done,

            @Schema(
                    description = "Concerned when it began; absent before. One who joins meanwhile is judged by the new"
                            + " versions anyhow.",
                    examples = "500000")
            Integer total,

            @Schema(description = "Trained on another day or by another completion than before, or no longer or newly.")
            int changed) {}
}
