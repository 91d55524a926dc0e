package kz.qadam.reporting.fact;

import java.util.UUID;

/**
 * Two learners were found to be one person.
 *
 * @param learner the one that is none any more
 * @param into the one that stays; what the other had is told anew under it
 */
public record Merged(UUID learner, UUID into, long version) implements Fact {}
