package kz.qadam.progress.outbox;

import jakarta.inject.Singleton;
import kz.qadam.chassis.events.kafka.EventPublisher;
import kz.qadam.chassis.events.kafka.Outbox;
import kz.qadam.chassis.events.kafka.ParkedEvent;

/**
 * Publishes the events about completions, trained states, evaluations and tallies. None is published again: the tables
 * of this service do not have all members of the events, and other content under the same id would contradict the first
 * event.
 */
@Singleton
public class ProgressPublisher extends EventPublisher {

    /**
     * The event that a cohort was judged again. It is sent after the events of all completions that were added before
     * it.
     */
    public static final String COHORT_EVALUATED = "kz.qadam.cohort.evaluated.v1";

    /**
     * The event with an institution's tally of a day. It has no single completions, so the event about an evaluation
     * does not wait for it.
     */
    public static final String INTAKE_TALLIED = "kz.qadam.intake.tallied.v1";

    /**
     * An event waits while another event with the same key is parked. Parked keys are few, and read once. The event
     * that a cohort was evaluated waits until all earlier events have been sent, parked ones included. Exceptions are
     * tallies, and events that can never be sent as they are.
     */
    private static final String MAY_BE_SENT =
            """
            e.key <> all (array(select key from outbox_event where publisher = :publisher and parked is not null))
            and (e.type <> '%s' or not exists (
                     select from outbox_event earlier
                      where earlier.publisher = e.publisher and earlier.seq < e.seq
                        and earlier.type <> '%s' and earlier.parked is distinct from '%s'))
            """.formatted(COHORT_EVALUATED, INTAKE_TALLIED, ParkedEvent.LOOKS_LIKE_NUMBER);

    ProgressPublisher(Outbox outbox) {
        super(outbox, "completions", "qadam.completions");
    }

    @Override
    protected String mayBeSent() {
        return MAY_BE_SENT;
    }
}
