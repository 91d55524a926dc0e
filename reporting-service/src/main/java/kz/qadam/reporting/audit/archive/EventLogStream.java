package kz.qadam.reporting.audit.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.archive.ArchiveStream;
import kz.qadam.chassis.events.archive.SegmentSealer;

/** The event log as a stream of the archive. */
@ApplicationScoped
public class EventLogStream {

    private static final String OPEN = "archive_open_events(%d)";

    static final ArchiveStream STREAM = new ArchiveStream(
            "events",
            "archive_events_1",
            "batch, topic collate \"C\", partition, record_offset",
            "archive_open_events()");

    private static final String DIGEST = """
            select encode(sha256(convert_to(manifest, 'UTF8')), 'hex') from archive_segment
             where stream = 'events' and manifest is not null
               and pg_snapshot_xmax(snapshot) > cast(cast(:batch as text) as xid8)
             order by pg_snapshot_xmax(snapshot) limit 1
            """;

    private final Database database;
    private final SegmentSealer sealer;

    EventLogStream(Database database, SegmentSealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    @Produces
    @Singleton
    static ArchiveStream stream() {
        return STREAM;
    }

    /**
     * Seals all events up to a batch, and says which segment has the last of them: the first one that reaches so far. It is
     * the same for all instances.
     *
     * @return SHA-256 of its manifest; empty if this instance has no key, and no other has sealed them yet
     */
    public Optional<String> through(long batch) {
        Optional<String> digest = digest(batch);
        boolean mayBeMore = sealer.hasKey();
        while (digest.isEmpty() && mayBeMore) {
            mayBeMore =
                    sealer.seal(new ArchiveStream(STREAM.name(), STREAM.view(), STREAM.order(), OPEN.formatted(batch)));
            digest = digest(batch);
        }
        return digest;
    }

    private Optional<String> digest(long batch) {
        return database.transaction(handle -> handle.createQuery(DIGEST)
                .bind("batch", batch)
                .mapTo(String.class)
                .findOne());
    }
}
