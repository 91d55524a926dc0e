package kz.qadam.progress.learner;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The members of {@code kz.qadam.learner.merged.v1} that this service uses: one learner is an alias of another.
 *
 * @param into the learner itself if the merge was undone
 */
public record LearnerMerged(UUID learnerId, UUID into, int version) {

    public LearnerMerged {
        requireNonNull(learnerId, "learnerId");
        requireNonNull(into, "into");
    }
}
