package kz.qadam.chassis.events.kafka;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/** The events of one publisher in the outbox. */
final class OutboxQueue implements RelayQueue {

    private record Row(long seq, String key, Instant addedAt, CloudEvent event) {}

    private record Counts(long rows, long parked) {}

    private record Request(long seq, String subject, String parked) {}

    private static final TableColumns<Row> ROW = TableColumns.of(Row.class);
    private static final TableColumns<Counts> COUNTS = TableColumns.of(Counts.class);
    private static final TableColumns<Request> REQUEST = TableColumns.of(Request.class);

    /**
     * Executed before the outbox is read in its order. The outbox fills and empties faster than its statistics are
     * updated; with outdated statistics, PostgreSQL would read and sort the whole table for each round.
     */
    private static final String IN_ORDER =
            "set local enable_seqscan = off; set local max_parallel_workers_per_gather = 0";

    private static final String WAITING = """
            select *, :source as source from outbox_event e
             where publisher = :publisher and parked is null and seq > :after and (%s) order by seq limit :most
            """;

    private static final String OLDEST = """
            select added_at from outbox_event e
             where publisher = :publisher and parked is null and (%s) order by seq limit 1
            """;

    private static final String COUNT = """
            select (select count(*) from outbox_event where publisher = :publisher)
                 + (select count(*) from republish_request where publisher = :publisher) as rows,
                   (select count(*) from outbox_event where publisher = :publisher and parked is not null) as parked
            """;

    private static final String PARK = """
            update outbox_event set parked = :reason where publisher = :publisher and seq = :seq
            """;

    /** Only the owner of the lease takes requests. It waits for a former owner: skipped rows would be forgotten. */
    private static final String TAKE_REQUESTS = """
            delete from republish_request
             where seq in (select seq from republish_request where publisher = :publisher
                            order by seq limit :most for update)
            returning seq, subject, parked
            """;

    /** Parks requested events that were parked before, in their newly rendered form. */
    private static final String PARK_REQUESTED = """
            update outbox_event e set parked = r.parked from %s
             where e.publisher = :publisher and e.subject = r.subject and r.parked is not null and e.added_at = now()
            """.formatted(REQUEST.rows("r"));

    private final Database database;
    private final EventPublisher publisher;
    private final String source;
    private final SentEvents sent;

    OutboxQueue(Database database, EventPublisher publisher, String source, SentEvents sent) {
        this.database = database;
        this.publisher = publisher;
        this.source = source;
        this.sent = sent;
    }

    @Override
    public String name() {
        return publisher.name();
    }

    @Override
    public List<Message> waiting(long after, int most) {
        return database.transaction(handle -> {
            handle.execute(IN_ORDER);
            return handle.createQuery(WAITING.formatted(publisher.mayBeSent()))
                    .bind("publisher", name())
                    .bind("source", source)
                    .bind("after", after)
                    .bind("most", most)
                    .map(ROW)
                    .map(this::message)
                    .list();
        });
    }

    private Message message(Row row) {
        CloudEvent event = row.event();
        return new Message(row.seq(), event.id(), row.addedAt(), () -> event.to(publisher.topic(), row.key()));
    }

    /**
     * The commit does not wait for the disk: if the database loses it, the events are sent again, and still take effect
     * only once.
     */
    @Override
    public void acknowledged(List<Acknowledged> events) {
        database.transaction(handle -> {
            handle.execute("set local synchronous_commit = off");
            sent.keep(handle, events);
            return null;
        });
    }

    @Override
    public void park(Message event, String reason) {
        database.transaction(handle -> handle.createUpdate(PARK)
                .bind("reason", reason)
                .bind("publisher", name())
                .bind("seq", event.position())
                .execute());
    }

    @Override
    public long depth() {
        return database.transaction(this::count).rows();
    }

    @Override
    public Optional<Backlog.Look> look() {
        return database.transaction(handle -> {
            Counts counts = count(handle);
            handle.execute(IN_ORDER);
            Instant oldest = handle.createQuery(OLDEST.formatted(publisher.mayBeSent()))
                    .bind("publisher", name())
                    .mapTo(Instant.class)
                    .findOne()
                    .orElse(null);
            return Optional.of(new Backlog.Look(counts.rows(), counts.parked(), oldest));
        });
    }

    private Counts count(Handle handle) {
        return handle.createQuery(COUNT).bind("publisher", name()).map(COUNTS).one();
    }

    @Override
    public boolean addRequested(int most) {
        return database.transaction(handle -> {
            handle.execute(IN_ORDER);
            List<Request> requests = handle.createQuery(TAKE_REQUESTS)
                    .bind("publisher", name())
                    .bind("most", most)
                    .map(REQUEST)
                    .list();
            if (!requests.isEmpty()) {
                requests.sort(Comparator.comparingLong(Request::seq));
                publisher.republish(
                        handle, requests.stream().map(Request::subject).toList());
            }
            if (requests.stream().anyMatch(request -> request.parked() != null)) {
                REQUEST.bind(handle.createUpdate(PARK_REQUESTED).bind("publisher", name()), requests)
                        .execute();
            }
            return requests.size() == most;
        });
    }
}
