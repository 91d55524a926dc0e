package kz.qadam.reporting.rollup.fact;

/**
 * A fact: the whole state of a subject at one version, as an event states it. It counts ({@link CountedFact}), or it is
 * kept in a table of its own ({@link KeptIn}), or it says how a person is treated ({@link BlockOrErasure}).
 */
public interface Fact {

    /** The number of the state of the subject, from 1. The highest version is the current one. */
    long version();
}
