package kz.qadam.chassis.kafka;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.chassis.database.Database;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Handle;

/** The events of one publisher in the outbox. */
final class OutboxQueue implements EventQueue<OutboxQueue.Row> {

    /** A waiting event. */
    record Row(long seq, String key, Instant addedAt, CloudEvent event) {}

    private record Request(long seq, String subject, String parked) {}

    /**
     * Executed before the outbox is read in its order. The outbox fills and empties faster than its statistics are
     * updated; with outdated statistics, PostgreSQL would read and sort the whole table for each round.
     */
    private static final String IN_ORDER =
            "set local enable_seqscan = off; set local max_parallel_workers_per_gather = 0";

    private static final String WAITING = """
            select seq, key, added_at, id, type, subject, time, trace, data from outbox_event e
             where publisher = :publisher and parked is null and seq > :after and (%s) order by seq limit :most
            """;

    private static final String OLDEST = """
            select added_at from outbox_event e
             where publisher = :publisher and parked is null and (%s) order by seq limit 1
            """;

    private static final String DELETE = """
            delete from outbox_event where publisher = :publisher and seq = any(:seqs)
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

    private static final String PARK_REQUESTED = """
            update outbox_event e set parked = r.reason from unnest(:subjects, :reasons) as r (subject, reason)
             where e.publisher = :publisher and e.subject = r.subject and e.added_at = now()
            """;

    private final Database database;
    private final Publisher publisher;
    private final String source;

    OutboxQueue(Database database, Publisher publisher, String source) {
        this.database = database;
        this.publisher = publisher;
        this.source = source;
    }

    @Override
    public String name() {
        return publisher.name();
    }

    @Override
    public List<Row> waiting(long after, int most) {
        return database.transaction(handle -> {
            handle.execute(IN_ORDER);
            return handle.createQuery(WAITING.formatted(publisher.mayBeSent()))
                    .bind("publisher", name())
                    .bind("after", after)
                    .bind("most", most)
                    .map((row, context) -> row(row))
                    .list();
        });
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                instant(row, 3),
                new CloudEvent(
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        source,
                        row.getString(6),
                        instant(row, 7),
                        row.getString(8),
                        row.getString(9)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public long position(Row row) {
        return row.seq();
    }

    @Override
    public Instant since(Row row) {
        return row.addedAt();
    }

    @Override
    public ProducerRecord<byte[], byte[]> toRecord(Row row) {
        return row.event().to(publisher.topic(), row.key());
    }

    /**
     * The commit does not wait for the disk: if the database loses it, the events are sent again, and still take effect
     * only once.
     */
    @Override
    public void acknowledged(List<Row> rows) {
        database.transaction(handle -> {
            handle.execute("set local synchronous_commit = off");
            return handle.createUpdate(DELETE)
                    .bind("publisher", name())
                    .bindArray("seqs", Long.class, rows.stream().map(Row::seq).toList())
                    .execute();
        });
    }

    @Override
    public void park(Row row, String reason) {
        database.transaction(handle -> handle.createUpdate(PARK)
                .bind("reason", reason)
                .bind("publisher", name())
                .bind("seq", row.seq())
                .execute());
    }

    @Override
    public long depth() {
        return count("outbox_event where publisher = :publisher")
                + count("republish_request where publisher = :publisher");
    }

    @Override
    public long countParked() {
        return count("outbox_event where publisher = :publisher and parked is not null");
    }

    private long count(String rows) {
        return database.transaction(handle -> handle.createQuery("select count(*) from " + rows)
                .bind("publisher", name())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Optional<Instant> oldest() {
        return database.transaction(handle -> {
            handle.execute(IN_ORDER);
            return handle.createQuery(OLDEST.formatted(publisher.mayBeSent()))
                    .bind("publisher", name())
                    .map((row, context) -> instant(row, 1))
                    .findOne();
        });
    }

    @Override
    public boolean addRequested(int most) {
        return database.transaction(handle -> {
            handle.execute(IN_ORDER);
            List<Request> requests = handle.createQuery(TAKE_REQUESTS)
                    .bind("publisher", name())
                    .bind("most", most)
                    .map((row, context) -> new Request(row.getLong(1), row.getString(2), row.getString(3)))
                    .list();
            if (!requests.isEmpty()) {
                requests.sort(Comparator.comparingLong(Request::seq));
                publisher.republish(handle, all(requests, Request::subject));
                park(
                        handle,
                        requests.stream()
                                .filter(request -> request.parked() != null)
                                .toList());
            }
            return requests.size() == most;
        });
    }

    /** Parks requested events that were parked before, in their newly rendered form. */
    private void park(Handle handle, List<Request> requests) {
        if (!requests.isEmpty()) {
            handle.createUpdate(PARK_REQUESTED)
                    .bind("publisher", name())
                    .bindArray("subjects", String.class, all(requests, Request::subject))
                    .bindArray("reasons", String.class, all(requests, Request::parked))
                    .execute();
        }
    }

    private static List<String> all(List<Request> requests, Function<Request, String> member) {
        return requests.stream().map(member).toList();
    }
}
