package kz.qadam.reporting.rollup.fact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The completions of an erased person have new references; the data of {@code kz.qadam.learner.completions-erased.v1}.
 *
 * @param learnerId the surviving one of the person
 * @param learners all ids of the person
 */
public record CompletionsErased(
        UUID learnerId, List<UUID> learners, List<ErasedCompletion> completions, long version, Instant recordedAt)
        implements BlockOrErasure {

    /** A completion under its new reference, which has the place of the former one in the order of rule 2. */
    public record ErasedCompletion(UUID completionId, String reference) {}
}
