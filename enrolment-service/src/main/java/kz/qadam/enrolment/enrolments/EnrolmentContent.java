package kz.qadam.enrolment.enrolments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The content of an enrolment as the institution sent it, without derived values.
 *
 * @param sentRegion null if the institution sent none
 * @param attributes {@link EnrolmentAttributes#NONE} if the institution sent none; null is read so too
 */
record EnrolmentContent(
        UUID learnerId,
        String course,
        String cohort,
        String sentRegion,
        LocalDate enrolledOn,
        EnrolmentAttributes attributes) {

    EnrolmentContent {
        Objects.requireNonNull(learnerId, "learnerId");
        Objects.requireNonNull(course, "course");
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(enrolledOn, "enrolledOn");
        attributes = Objects.requireNonNullElse(attributes, EnrolmentAttributes.NONE);
    }

    /** The same content of another learner. */
    EnrolmentContent of(UUID other) {
        return new EnrolmentContent(other, course, cohort, sentRegion, enrolledOn, attributes);
    }

    /** The same content with another region that was sent; null: none was. */
    EnrolmentContent withRegion(String sent) {
        return new EnrolmentContent(learnerId, course, cohort, sent, enrolledOn, attributes);
    }

    /** Whether completions are judged by both alike: nothing is judged by attributes. */
    boolean isJudgedAs(EnrolmentContent other) {
        return new EnrolmentContent(learnerId, course, cohort, sentRegion, enrolledOn, other.attributes).equals(other);
    }

    /** The names of the members that differ from the other content. */
    List<String> differences(EnrolmentContent other) {
        List<String> names = new ArrayList<>();
        addIfDifferent(names, "learner", learnerId, other.learnerId);
        addIfDifferent(names, "course", course, other.course);
        addIfDifferent(names, "cohort", cohort, other.cohort);
        addIfDifferent(names, "region", sentRegion, other.sentRegion);
        addIfDifferent(names, "enrolledOn", enrolledOn, other.enrolledOn);
        attributes.differences(other.attributes).forEach(names::add);
        return names;
    }

    private static void addIfDifferent(List<String> names, String name, Object mine, Object other) {
        if (!Objects.equals(mine, other)) {
            names.add(name);
        }
    }
}
