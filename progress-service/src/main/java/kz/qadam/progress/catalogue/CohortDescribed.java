package kz.qadam.progress.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.qadam.progress.trained.Requirement;

/**
 * What this service relies on in {@code kz.qadam.catalogue.cohort-described.v1}.
 *
 * @param versions from the first that was not withdrawn on
 * @param withdrawn whether there is no such cohort any more
 */
public record CohortDescribed(String code, int version, List<Version> versions, boolean withdrawn) {

    /** One version of the requirement. */
    public record Version(int version, LocalDate validFrom, Needs requirement) {
        public Version {
            requireNonNull(validFrom, "validFrom");
            requireNonNull(requirement, "requirement");
        }
    }

    /** The requirement as it is written. */
    public record Needs(Set<String> courses, Integer minCourses, Integer hours) {
        Requirement toRequirement() {
            return new Requirement(courses == null ? Set.of() : courses, minCourses, hours);
        }
    }

    public CohortDescribed {
        requireNonNull(code, "code");
        versions = List.copyOf(requireNonNull(versions, "versions"));
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("It has no version");
        }
    }

    int firstVersion() {
        return versions.get(0).version();
    }
}
