package kz.qadam.reporting.rollup.fact;

import java.util.UUID;

/**
 * A merge: two learners were found to be one person.
 *
 * @param learner the learner that becomes an alias
 * @param surviving the learner that remains; the completions and enrolments of the alias are published again under it. The
 *     learner itself if the merge was undone
 */
@KeptIn(table = "learner_alias", subject = "learner")
public record Merged(UUID learner, UUID surviving, long version) implements Fact {}
