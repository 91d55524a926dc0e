package kz.qadam.chassis.events.archive;

import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.metrics.Gauges;

/**
 * Whether the archive goes on. No value asks what the sealing asks: what stops that, or hides rows from it, is seen here or
 * in another service.
 */
@ApplicationScoped
class ArchiveMetrics {

    private static final String NEWEST_ANCHOR = """
            select received_at from archive_anchor where stream = :stream order by epoch desc, number desc limit 1
            """;

    private static final String CONTRADICTING = "select count(*) from archive_anchor where contradicts";

    /** By what the newest segment could not see because it began later, whatever is open. */
    private static final String UNSEALED = """
            select coalesce(extract(epoch from clock_timestamp() - min(at)), 0) from trail
             where change >= coalesce((select pg_snapshot_xmax(snapshot) from archive_segment
                                        where stream = 'trail' and manifest is not null
                                        order by epoch desc, number desc limit 1), '0')
            """;

    /** How old the newest segment is that was confirmed; before there is one, the first segment; null if there is none. */
    private static final String UNCONFIRMED = """
            select extract(epoch from clock_timestamp() - min(coalesce(
                       (select done.sealed_at from archive_confirmation c join archive_segment done using (stream, epoch, number)
                         where c.stream = s.stream order by c.epoch desc, c.number desc limit 1), sealed_at)))
              from archive_segment s
             where stream in ('trail', 'events') and number = 1 and manifest is not null
            """;

    /**
     * Of the whole server, with prepared transactions, and seen without the rights of a monitor: a transaction that was
     * open when a segment was sealed is at least as old as that. The end of a snapshot is a number that is taken at the
     * latest when the segment is written.
     */
    private static final String OPEN = """
            select coalesce(extract(epoch from clock_timestamp() - min(sealed_at)), 0) from archive_segment
             where stream = 'trail' and packed is not null and sealed_at > clock_timestamp() - interval '2 days'
               and pg_snapshot_xmax(snapshot) >= pg_snapshot_xmin(pg_current_snapshot())
            """;

    private final Set<String> streams;
    private final Clock clock;
    private final Instant startedAt;

    ArchiveMetrics(ArchiveConfig config, Clock clock) {
        this.streams = config.anchorsOf().orElse(Set.of());
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    void start(@Observes StartupEvent event, Gauges gauges) {
        gauges.addTagged(
                "qadam.archive.anchor.age",
                "seconds",
                "How long ago a new segment of another service arrived; before the first, since the start",
                this::agesOfAnchors);
        gauges.add(
                "qadam.archive.anchors.contradicting",
                null,
                "Segments of other services that contradict one that arrived before",
                ArchiveMetrics::contradicting);
        gauges.add(
                "qadam.archive.unsealed.age",
                "seconds",
                "How old the oldest entry of the trail is that began after the newest segment",
                ArchiveMetrics::unsealed);
        gauges.add(
                "qadam.archive.confirmation.age",
                "seconds",
                "How old the newest segment is that somebody has confirmed to have fetched and checked",
                ArchiveMetrics::unconfirmed);
        gauges.add(
                "qadam.archive.open.transaction.age",
                "seconds",
                "How old the oldest transaction that may still add entries is, at least; seen from one seal to the next",
                ArchiveMetrics::openTransaction);
    }

    static Double contradicting(Database database) {
        return number(database, CONTRADICTING);
    }

    static Double unsealed(Database database) {
        return number(database, UNSEALED);
    }

    static Double unconfirmed(Database database) {
        return number(database, UNCONFIRMED);
    }

    static Double openTransaction(Database database) {
        return number(database, OPEN);
    }

    private static Double number(Database database, String query) {
        return database.transaction(handle ->
                handle.createQuery(query).mapTo(Double.class).findOne().orElse(null));
    }

    private Map<Tags, Double> agesOfAnchors(Database database) {
        return database.transaction(handle -> {
            Map<Tags, Double> ages = new HashMap<>();
            for (String stream : streams) {
                Instant since = handle.createQuery(NEWEST_ANCHOR)
                        .bind("stream", stream)
                        .mapTo(Instant.class)
                        .findOne()
                        .orElse(startedAt);
                ages.put(
                        Tags.of("stream", stream),
                        Duration.between(since, clock.instant()).toMillis() / 1e3);
            }
            return ages;
        });
    }
}
