package kz.qadam.chassis.events.deadletter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.events.kafka.DeadLetter;
import kz.qadam.chassis.events.kafka.EventConsumer;
import kz.qadam.chassis.events.kafka.Redelivery;
import kz.qadam.chassis.events.kafka.UnreadableEventException;
import kz.qadam.chassis.http.list.ChangeOrder;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageStart;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.trail.Recording;
import org.jdbi.v3.core.Handle;

/** Lists and resolves the dead letters of this service: a user retries or discards each of them. */
@ApplicationScoped
public class KeptDeadLetters {

    /** How many are shown at once. */
    public static final int MOST_SHOWN = 100;

    private final Database database;
    private final Instance<EventConsumer> consumer;
    private final Clock clock;
    private final Recording recording;

    KeptDeadLetters(Database database, Instance<EventConsumer> consumer, Clock clock, Recording recording) {
        this.recording = recording;
        this.database = database;
        this.consumer = consumer;
        this.clock = clock;
    }

    /** A page of all dead letters, in the order of last change. */
    public Page<DeadLetterView> page(PageStart start) {
        return ChangeOrder.page(KeptDeadLetter.class, "dead_letter", DeadLetterView::of, start);
    }

    /** Those that nobody has resolved, the oldest first, at most {@link #MOST_SHOWN}. */
    public List<DeadLetterView> open() {
        return KeptDeadLetter.<KeptDeadLetter>find("resolvedAt is null", Sort.by("receivedAt"))
                .page(0, MOST_SHOWN)
                .list()
                .stream()
                .map(DeadLetterView::of)
                .toList();
    }

    /**
     * Resolves a dead letter; a second resolution with the same action changes nothing.
     *
     * @throws Problem 404 if it does not exist, 409 if it was resolved with the other action, 422 if it still cannot be
     *     taken in
     */
    public DeadLetterView resolve(UUID id, Resolution resolution, String by) {
        DeadLetterView resolved;
        try {
            resolved = QuarkusTransaction.requiringNew().call(() -> resolveLocked(id, resolution, by));
        } catch (RuntimeException e) {
            throw stillUnreadable(e);
        }
        consumer.get().taken();
        return resolved;
    }

    private DeadLetterView resolveLocked(UUID id, Resolution resolution, String by) {
        KeptDeadLetter letter = KeptDeadLetter.locked(id).orElseThrow(Problem::notFound);
        if (letter.outcome == null) {
            if (resolution.action() == Resolution.Action.retry) {
                database.join(handle -> retry(handle, id, letter.topic));
            }
            letter.resolve(resolution, by, clock.instant());
            database.join(handle -> {
                recording.addWrite(handle, id.toString(), resolution.reason());
                return null;
            });
        } else if (!letter.outcome.equals(resolution.action().outcome())) {
            throw new Problem(ProblemType.VERSION_CONFLICT, Message.of("resolved-otherwise"));
        }
        return DeadLetterView.of(letter);
    }

    private List<DeadLetter> retry(Handle handle, UUID id, String topic) {
        EventConsumer taking = consumer.get();
        if (!taking.topics().contains(topic)) {
            throw new UnreadableEventException("What this topic has is read again at each start of the service.");
        }
        List<DeadLetter> unreadable = taking.take(handle, List.of(Redelivery.of(handle, id, taking)));
        if (!unreadable.isEmpty()) {
            throw new UnreadableEventException(unreadable.get(0).reason());
        }
        return unreadable;
    }

    /** The problem for a dead letter that still cannot be taken in; any other failure is thrown again. */
    public static Problem stillUnreadable(RuntimeException failure) {
        UnreadableEventException reason = UnreadableEventException.in(failure).orElseThrow(() -> failure);
        return new Problem(ProblemType.RULE_VIOLATED, Fault.at("/action", "still-unreadable", reason.getMessage()));
    }
}
