package kz.qadam.progress.catalogue;

import static kz.qadam.chassis.events.event.EventJson.require;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.progress.trained.Requirement;

/**
 * The members of {@code kz.qadam.catalogue.cohort-described.v1} that this service uses.
 *
 * @param versions the requirement versions, beginning with the first one that was not withdrawn
 * @param withdrawn true if the cohort does not exist any more
 */
public record CohortDescribed(
        String code,
        int version,
        List<Version> versions,
        @MayBeAbsent Boolean withdrawn) {

    /** One version of the requirement. */
    public record Version(int version, LocalDate validFrom, WrittenRequirement requirement) {}

    /** The requirement as the event has it. */
    public record WrittenRequirement(
            @MayBeAbsent Set<String> courses,
            @MayBeAbsent Integer minCourses,
            @MayBeAbsent Integer hours) {

        Requirement toRequirement() {
            return new Requirement(courses == null ? Set.of() : courses, minCourses, hours);
        }
    }

    public CohortDescribed {
        require(!versions.isEmpty(), "versions is empty.");
    }

    int firstVersion() {
        return versions.get(0).version();
    }
}
