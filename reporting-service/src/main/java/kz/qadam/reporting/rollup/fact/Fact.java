package kz.qadam.reporting.rollup.fact;

/** A fact: the whole state of a subject at one version, as an event states it. */
public sealed interface Fact
        permits CountedFact,
                Merged,
                CatalogueEntry,
                Evaluation,
                Tally,
                LearnerBlocked,
                LearnerErased,
                CompletionsErased {

    /** The number of the state of the subject, from 1. The highest version is the current one. */
    long version();
}
