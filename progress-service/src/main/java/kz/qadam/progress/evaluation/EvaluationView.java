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
        description = "An evaluation: a cohort is judged again after the catalogue changed. Until it is finished, the"
                + " figures of the cohort are provisional.")
public record EvaluationView(
        @Schema(examples = "17") long id,
        @Schema(examples = "pupils") String cohort,

        @Schema(
                description = "The cause of the evaluation: the requirement of the cohort, the programme's days, or a"
                        + " course changed.",
                enumeration = {"requirement", "programme", "course"})
        String cause,

        EvaluationStatus status,

        @Schema(description = "The versions of the catalogue by which it judges.")
        Versions versions,

        @Schema(
                description = "Only learners who completed one of these courses are judged; absent: all learners.",
                examples = "[\"AI-101\"]")
        List<String> courses,

        Learners learners,
        Instant askedAt,
        Instant startedAt,
        Instant finishedAt) {

    static EvaluationView of(Evaluation e) {
        return new EvaluationView(
                e.id(),
                e.cohort(),
                e.cause().ofTrained(),
                EvaluationStatus.of(e.begun(), e.finishedAt() != null),
                new Versions(e.programmeVersion(), e.cohortVersion(), e.courseVersions()),
                e.courses() == null ? null : List.of(e.courses()),
                new Learners(e.learners(), e.total(), e.changed()),
                e.askedAt(),
                e.begunAt(),
                e.finishedAt());
    }

    /** Versions of the catalogue. */
    @Schema(name = "EvaluationVersions")
    public record Versions(
            @Schema(examples = "1") int programme,
            @Schema(examples = "2") int cohort,

            @JsonRawValue
            @Schema(type = SchemaType.OBJECT, description = "The version of each course.", example = "{\"AI-101\": 1}")
            String courses) {}

    /** How many learners have been judged. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EvaluationLearners")
    public record Learners(
            @Schema(description = "How many learners have been judged so far.", examples = "120000")
            int done,

            @Schema(
                    description = "How many learners have to be judged, counted when the evaluation began; absent"
                            + " before. Learners who come later are judged by the new versions in any case.",
                    examples = "500000")
            Integer total,

            @Schema(
                    description = "For how many of them the result changed: newly trained, no longer trained, or"
                            + " trained on another day or by another completion.")
            int changed) {}
}
