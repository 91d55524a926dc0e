package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.batch.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What trained means in a cohort. Each member narrows it; without any, one completed course does.
 *
 * @param courses each of these is to be completed; in alphabetical order, null if none is named
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What trained means. Each member narrows it; with none, any one completed course does.")
record Requirement(
        @Schema(description = "Each of these courses is to be completed.", examples = "[\"AI-101\"]")
        List<String> courses,

        @Schema(description = "So many distinct courses are to be completed.", examples = "2", minimum = "1")
        Integer minCourses,

        @Schema(description = "The hours of the completed courses add up to this.", examples = "36", minimum = "1")
        Integer hours) {

    static final Requirement NONE = new Requirement(null, null, null);

    Requirement {
        courses = courses == null || courses.isEmpty()
                ? null
                : courses.stream().distinct().sorted().toList();
    }

    static Optional<Requirement> read(Fields fields) {
        return fields.object("requirement").map(members -> {
            List<String> courses = members.texts("courses", 100);
            // An element that cannot be read is noted, and null.
            List<String> readable = courses == null
                    ? List.of()
                    : courses.stream().filter(course -> course != null).toList();
            for (String course : readable) {
                if (Course.findById(course) == null) {
                    members.broken("courses", "unknown-course");
                }
            }
            return new Requirement(readable, members.whole("minCourses", 1, 1_000), members.whole("hours", 1, 100_000));
        });
    }
}
