package kz.qadam.progress.preview;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.progress.trained.Requirement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A requirement that is only thought of. */
@Schema(name = "RequirementPreviewPost", description = "A requirement that is only thought of.")
public record PreviewPost(
        @Schema(required = true, examples = "pupils") String cohort,

        @Schema(required = true) Wanted requirement,

        @Schema(
                required = true,
                examples = "2026-01-01",
                description = "The day from which it would be in force; it may be past.")
        LocalDate validFrom) {

    static final String EXAMPLE = """
            {"cohort": "pupils", "requirement": {"minCourses": 2}, "validFrom": "2026-01-01"}""";

    /** What it would ask for. */
    @Schema(
            name = "WantedRequirement",
            description = "Each member narrows it; with none, any one completed course does.")
    public record Wanted(
            @Schema(examples = "[\"AI-101\"]") List<String> courses,
            @Schema(minimum = "1", examples = "2") Integer minCourses,
            @Schema(minimum = "1", examples = "36") Integer hours) {

        Requirement toRequirement() {
            return new Requirement(courses == null ? Set.of() : new TreeSet<>(courses), minCourses, hours);
        }
    }

    /** Reads one; what is wrong is noted in the fields. */
    static PreviewPost read(Fields fields, Set<String> cohorts, Set<String> courses) {
        fields.require("cohort", "requirement", "validFrom");
        String cohort = fields.text("cohort", 100);
        if (cohort != null && !cohorts.contains(cohort)) {
            fields.broken("cohort", "unknown-cohort");
        }
        Wanted wanted = fields.object("requirement")
                .map(members -> wanted(members, courses))
                .orElse(null);
        return new PreviewPost(cohort, wanted, fields.date("validFrom"));
    }

    private static Wanted wanted(Fields members, Set<String> known) {
        List<String> courses = members.texts("courses", 100);
        if (courses != null
                && !known.containsAll(courses.stream().filter(Objects::nonNull).toList())) {
            members.broken("courses", "unknown-course");
        }
        return new Wanted(courses, members.whole("minCourses", 1, 1_000), members.whole("hours", 1, 100_000));
    }
}
