package kz.qadam.reporting.audit.recount;

import java.util.UUID;

/**
 * A trained state that a completion, or its departure, refers to, and that has not arrived.
 *
 * @param version the number of the state
 */
record AwaitedState(UUID learner, String cohort, long version) {}
