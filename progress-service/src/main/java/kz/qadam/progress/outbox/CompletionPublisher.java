package kz.qadam.progress.outbox;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import kz.qadam.chassis.kafka.Outbox;
import kz.qadam.chassis.kafka.OutboxEvent;
import kz.qadam.chassis.kafka.ParkedEvent;
import kz.qadam.chassis.kafka.Publisher;
import org.jdbi.v3.core.Handle;

/** Publishes what happened to completions, to whom they train, and to cohorts and tallies. */
@Singleton
public class CompletionPublisher extends Publisher {

    /** That everybody in a cohort was judged again. It is sent after all completions that were added before it. */
    public static final String COHORT_EVALUATED = "kz.qadam.cohort.evaluated.v1";

    /** How much was taken in. It says nothing about single completions, so that no evaluation waits for it. */
    public static final String INTAKE_TALLIED = "kz.qadam.intake.tallied.v1";

    /**
     * What shares its key with a parked event waits for somebody to look. Those keys are few, and read once. The event that
     * a cohort was evaluated waits until all before it has arrived, also what is parked: but for tallies, and but for what
     * will never be sent as it is.
     */
    private static final String MAY_BE_SENT =
            """
            e.key <> all (array(select key from outbox_event where publisher = :publisher and parked is not null))
            and (e.type <> '%s' or not exists (
                     select from outbox_event earlier
                      where earlier.publisher = e.publisher and earlier.seq < e.seq
                        and earlier.type <> '%s' and earlier.parked is distinct from '%s'))
            """.formatted(COHORT_EVALUATED, INTAKE_TALLIED, ParkedEvent.LOOKS_LIKE_NUMBER);

    CompletionPublisher(Outbox outbox) {
        super(outbox, "completions", "qadam.completions");
    }

    @Override
    protected String mayBeSent() {
        return MAY_BE_SENT;
    }

    /**
     * Refuses: the rows of this service do not keep all that their events said, and an event that says something else under
     * the same id would contradict the first one.
     */
    @Override
    protected List<OutboxEvent> newest(Handle database, Collection<String> subjects) {
        throw new UnsupportedOperationException("Events about completions cannot be published again");
    }
}
