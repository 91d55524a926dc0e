package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The learners of whom an enrolment was, one after the other, because of merges that were not undone; the last one is its
 * present learner.
 *
 * @param recordedAt when the enrolment was recorded; null if it was not kept
 */
record LearnerSuccession(List<UUID> learners, Instant recordedAt) {

    /** The learner of an enrolment in one of its versions. */
    record InVersion(UUID enrolmentId, int version, VersionOrigin.Event event, UUID learnerId, Instant recordedAt) {}

    /** @param versions all versions of one enrolment, in any order */
    static LearnerSuccession of(List<InVersion> versions) {
        List<InVersion> ordered = versions.stream()
                .sorted(Comparator.comparingInt(InVersion::version))
                .toList();
        List<UUID> learners = new ArrayList<>();
        for (InVersion one : ordered) {
            if (one.event() == VersionOrigin.Event.SPLIT) {
                int before = learners.indexOf(one.learnerId());
                learners.subList(Math.max(before, 0), learners.size()).clear();
            }
            if (learners.isEmpty() || !learners.get(learners.size() - 1).equals(one.learnerId())) {
                learners.add(one.learnerId());
            }
        }
        return new LearnerSuccession(List.copyOf(learners), ordered.get(0).recordedAt());
    }

    /** Whether the enrolment was of this learner when the learner was absorbed. */
    boolean include(UUID absorbed) {
        return learners.contains(absorbed);
    }
}
