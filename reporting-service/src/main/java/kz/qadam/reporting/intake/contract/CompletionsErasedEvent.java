package kz.qadam.reporting.intake.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.qadam.reporting.rollup.fact.CompletionsErased;
import kz.qadam.reporting.rollup.fact.CompletionsErased.ErasedCompletion;

/** The data of {@code kz.qadam.learner.completions-erased.v1}: the new references of an erased person's completions. */
record CompletionsErasedEvent(
        UUID learnerId, List<UUID> learners, List<Renamed> completions, long version, Instant recordedAt) {

    /** A completion and its new reference. */
    record Renamed(UUID completionId, String reference) {}

    CompletionsErased fact() {
        return new CompletionsErased(
                learnerId,
                learners,
                completions.stream()
                        .map(one -> new ErasedCompletion(one.completionId(), one.reference()))
                        .toList(),
                version);
    }
}
