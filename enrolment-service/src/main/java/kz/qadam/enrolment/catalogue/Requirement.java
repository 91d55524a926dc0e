package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What trained means in a cohort. A learner has to fulfil each member; without members, one completed course is enough.
 *
 * @param courses all of these must be completed; in alphabetical order, null if there are none
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "What trained means. A learner has to fulfil each member; without members, one completed course"
                + " is enough.")
record Requirement(
        @MayBeAbsent @Schema(description = "All of these courses must be completed.", examples = "[\"AI-101\"]")
        List<@Size(min = 1, max = 100) String> courses,

        @MayBeAbsent
        @Schema(description = "The least number of distinct completed courses.", examples = "2")
        @Min(1)
        @Max(1_000)
        Integer minCourses,

        @MayBeAbsent
        @Schema(description = "The least sum of the hours of the completed courses.", examples = "36")
        @Min(1)
        @Max(100_000)
        Integer hours) {

    private static final ItemReader<Requirement> READER = ItemReader.of(Requirement.class);

    static final Requirement NONE = new Requirement(null, null, null);

    Requirement {
        courses = courses == null || courses.isEmpty()
                ? null
                : courses.stream().distinct().sorted().toList();
    }

    static Optional<Requirement> read(ItemFields fields) {
        return fields.object("requirement").map(members -> {
            Requirement requirement = READER.read(members);
            for (String course : requirement.courses == null ? List.<String>of() : requirement.courses) {
                if (Course.findById(course) == null) {
                    members.broken("courses", "unknown-course");
                }
            }
            return requirement;
        });
    }
}
