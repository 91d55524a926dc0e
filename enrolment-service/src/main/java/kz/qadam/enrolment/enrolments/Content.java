package kz.qadam.enrolment.enrolments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What an institution says about an enrolment, as it says it: nothing that was derived.
 *
 * @param region null if it named none
 */
record Content(UUID learnerId, String course, String cohort, String region, LocalDate enrolledOn) {

    Content {
        Objects.requireNonNull(learnerId, "learnerId");
        Objects.requireNonNull(course, "course");
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(enrolledOn, "enrolledOn");
    }

    /** The names of the members in which the other says something else. */
    List<String> differences(Content other) {
        List<String> names = new ArrayList<>();
        note(names, "learner", learnerId, other.learnerId);
        note(names, "course", course, other.course);
        note(names, "cohort", cohort, other.cohort);
        note(names, "region", region, other.region);
        note(names, "enrolledOn", enrolledOn, other.enrolledOn);
        return names;
    }

    private static void note(List<String> names, String name, Object mine, Object others) {
        if (!Objects.equals(mine, others)) {
            names.add(name);
        }
    }
}
