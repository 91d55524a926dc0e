package kz.qadam.reporting.rollup.fact;

import java.util.List;
import java.util.UUID;

/**
 * The completions of an erased person have new references. It counts in no cell and has no table of facts.
 *
 * @param learner the surviving one of the person
 * @param learners all ids of the person
 */
public record CompletionsErased(UUID learner, List<UUID> learners, List<ErasedCompletion> completions, long version)
        implements Fact {

    /** A completion under its new reference, which has the place of the former one in the order of rule 2. */
    public record ErasedCompletion(UUID completion, String reference) {}
}
