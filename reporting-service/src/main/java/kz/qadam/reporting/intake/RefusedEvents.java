package kz.qadam.reporting.intake;

import com.fasterxml.uuid.Generators;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Events of the log that an earlier version of this service accepted, and this version refuses. They become dead
 * letters, as if they had arrived now, until a version accepts them again.
 */
final class RefusedEvents {

    private static final String ACCEPTED_AGAIN = """
            select span.id
              from dead_letter_span span
              join dead_letter letter using (id)
              join event_log log on log.event_id::text = letter.event_id and log.topic = letter.topic
                   and log.partition = letter.partition and log.record_offset = letter.record_offset
             where span.closed = still_open() and log.event_id <> all(:refused)
            """;

    private static final String CLOSE = """
            with closed as (
                update dead_letter_span
                   set closed = :batch, outcome = 'retried', reason = 'A rebuild has read it.',
                       change = pg_current_xact_id()
                 where id = any(:ids)
                returning id)
            update dead_letter set resolved_at = now() where id in (select id from closed)
            """;

    private static final String KEEP = """
            insert into dead_letter (id, topic, partition, record_offset, event_id, event_type, event_source, event_time,
                subject, key, value, reason)
            select given.letter, topic, partition, record_offset, event_id::text, type, source,
                   to_char(time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), subject, convert_to(key, 'UTF8'),
                   convert_to(data, 'UTF8'), given.reason
              from unnest(:letters, :events, :reasons) as given (letter, event_id, reason)
              join event_log using (event_id)
            on conflict (topic, partition, record_offset) do nothing
            returning id, (select subject_version from event_log where event_log.event_id::text = dead_letter.event_id)
            """;

    private record Kept(UUID id, Long version) {}

    private RefusedEvents() {}

    /** Open letters whose events the rebuild has just read. */
    static List<UUID> acceptedAgain(Handle database, Collection<UUID> refused) {
        return database.createQuery(ACCEPTED_AGAIN)
                .bindArray("refused", UUID.class, refused)
                .mapTo(UUID.class)
                .list();
    }

    static void close(Handle database, long batch, List<UUID> letters) {
        database.createUpdate(CLOSE)
                .bind("batch", batch)
                .bindArray("ids", UUID.class, letters)
                .execute();
    }

    /** @param reasons why each event is refused, by its id; an event that is a dead letter already stays as it is */
    static void bury(Handle database, long batch, Map<UUID, String> reasons) {
        List<UUID> events = List.copyOf(reasons.keySet());
        List<Kept> kept = database.createQuery(KEEP)
                .bindArray(
                        "letters",
                        UUID.class,
                        Stream.generate(Generators.timeBasedEpochGenerator()::generate)
                                .limit(events.size())
                                .toList())
                .bindArray("events", UUID.class, events)
                .bindArray(
                        "reasons",
                        String.class,
                        events.stream().map(reasons::get).toList())
                .map((row, context) -> new Kept(row.getObject(1, UUID.class), row.getObject(2, Long.class)))
                .list();
        DeadLetterSpans.open(
                database,
                batch,
                kept.stream().map(Kept::id).toList(),
                kept.stream().map(Kept::version).map(DeadLetterSpans::next).toList());
    }
}
