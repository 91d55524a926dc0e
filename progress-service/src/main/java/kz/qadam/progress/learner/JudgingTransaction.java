package kz.qadam.progress.learner;

import java.time.Instant;
import kz.qadam.progress.catalogue.Catalogue;
import org.jdbi.v3.core.Handle;

/**
 * A transaction that judges completions and learners. All states that it writes have the same time.
 *
 * @param catalogue the catalogue by which it judges; locked against changes until the transaction ends
 * @param cause the cause of new trained states
 * @param trace the traceparent of the request that caused it, or null
 */
public record JudgingTransaction(
        Handle handle, Catalogue catalogue, Instant now, StateChangeCause cause, String trace) {}
