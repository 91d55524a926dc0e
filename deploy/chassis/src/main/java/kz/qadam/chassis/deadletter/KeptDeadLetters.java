package kz.qadam.chassis.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.DeadLetter;
import kz.qadam.chassis.kafka.EventConsumer;
import kz.qadam.chassis.kafka.Redelivery;
import kz.qadam.chassis.kafka.UnreadableEvent;
import kz.qadam.chassis.language.Message;
import kz.qadam.chassis.list.Cursor;
import kz.qadam.chassis.list.ListedRow;
import kz.qadam.chassis.list.Page;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/** Lists and resolves the dead letters of this service: a user retries or discards each of them. */
@ApplicationScoped
public class KeptDeadLetters {

    private static final String PAGE = """
            select *, change::text::bigint as changed, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon
              from dead_letter where (change, id) > (:change::text::xid8, :id) order by change, id limit :limit
            """;

    private static final String LOCK = "select * from dead_letter where id = :id for update";

    private static final String CLOSE = """
            update dead_letter
               set resolved_at = now(), outcome = :outcome, resolution_reason = :reason, resolved_by = :by,
                   change = pg_current_xact_id()
             where id = :id returning *
            """;

    private final Database database;
    private final Instance<EventConsumer> consumption;

    KeptDeadLetters(Database database, Instance<EventConsumer> consumption) {
        this.database = database;
        this.consumption = consumption;
    }

    /** A page of all dead letters, in the order of last change. */
    public Page<DeadLetterView> page(Integer limit, String cursor) {
        Cursor from = Cursor.parse(cursor);
        int most = Page.limit(limit);
        return Page.of(database.transaction(handle -> after(handle, from, most)), from, most);
    }

    private static List<ListedRow<DeadLetterView>> after(Handle handle, Cursor from, int limit) {
        return handle.createQuery(PAGE)
                .bind("change", Long.toString(from.change()))
                .bind("id", from.id())
                .bind("limit", limit)
                .map((row, context) -> new ListedRow<>(
                        row.getLong("changed"),
                        row.getObject("id", UUID.class),
                        row.getLong("horizon"),
                        DeadLetterView.of(row)))
                .list();
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
            resolved = database.transaction(handle -> resolve(handle, id, resolution, by));
        } catch (RuntimeException e) {
            throw stillUnreadable(e);
        }
        consumption.get().taken();
        return resolved;
    }

    private DeadLetterView resolve(Handle handle, UUID id, Resolution resolution, String by) {
        DeadLetterView letter = find(handle, id).orElseThrow(Problem::notFound);
        if (!letter.isOpen()) {
            if (letter.status().equals(resolution.action().outcome())) {
                return letter;
            }
            throw new Problem(ProblemType.VERSION_CONFLICT, Message.of("resolved-otherwise"));
        }
        if (resolution.action() == Resolution.Action.retry) {
            retry(handle, id);
        }
        return handle.createQuery(CLOSE)
                .bind("id", id)
                .bind("outcome", resolution.action().outcome())
                .bind("reason", resolution.reason())
                .bind("by", by)
                .map((row, context) -> DeadLetterView.of(row))
                .one();
    }

    private static Optional<DeadLetterView> find(Handle handle, UUID id) {
        return handle.createQuery(LOCK)
                .bind("id", id)
                .map((row, context) -> DeadLetterView.of(row))
                .findOne();
    }

    private void retry(Handle handle, UUID id) {
        EventConsumer taking = consumption.get();
        List<DeadLetter> unreadable = taking.take(handle, List.of(Redelivery.of(handle, id, taking)));
        if (!unreadable.isEmpty()) {
            throw new UnreadableEvent(unreadable.get(0).reason());
        }
    }

    /** The problem for a dead letter that still cannot be taken in; any other failure is thrown again. */
    public static Problem stillUnreadable(RuntimeException failure) {
        UnreadableEvent reason = UnreadableEvent.in(failure).orElseThrow(() -> failure);
        return new Problem(ProblemType.RULE_VIOLATED, Fault.at("/action", "still-unreadable", reason.getMessage()));
    }
}
