package kz.qadam.progress.preview;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.progress.trained.Requirement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proposed requirement, for a preview. */
@Schema(name = "RequirementPreviewPost", description = "A proposed requirement.")
public record RequirementPreviewPost(
        @Schema(examples = "pupils") @NotNull @Size(min = 1, max = 100)
        String cohort,

        @NotNull ProposedRequirement requirement,

        @Schema(
                examples = "2026-01-01",
                description = "The day from which it would be in force; it may be in the" + " past.")
        @NotNull
        LocalDate validFrom) {

    private static final ItemReader<RequirementPreviewPost> READER = ItemReader.of(RequirementPreviewPost.class);

    static final String EXAMPLE = """
            {"cohort": "pupils", "requirement": {"minCourses": 2}, "validFrom": "2026-01-01"}""";

    /** The proposed requirement itself. */
    @Schema(
            name = "WantedRequirement",
            description = "All given members must be met; without any, one completed course is enough.")
    public record ProposedRequirement(
            @Schema(examples = "[\"AI-101\"]") List<@Size(min = 1, max = 100) String> courses,
            @Schema(examples = "2") @Min(1) @Max(1_000) Integer minCourses,
            @Schema(examples = "36") @Min(1) @Max(100_000) Integer hours) {

        Requirement toRequirement() {
            return new Requirement(courses == null ? Set.of() : new TreeSet<>(courses), minCourses, hours);
        }
    }

    /** Reads an item; faults are noted in the fields. */
    static RequirementPreviewPost read(ItemFields fields, Set<String> cohorts, Set<String> courses) {
        RequirementPreviewPost post = READER.read(fields);
        if (post.cohort != null && !cohorts.contains(post.cohort)) {
            fields.broken("cohort", "unknown-cohort");
        }
        if (post.requirement != null
                && post.requirement.courses != null
                && !courses.containsAll(post.requirement.courses)) {
            fields.object("requirement").orElseThrow().broken("courses", "unknown-course");
        }
        return post;
    }
}
