package kz.qadam.reporting.intake;

import com.fasterxml.uuid.Generators;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/**
 * Events of the log that an earlier version of this service accepted, and this version refuses. They become dead
 * letters, as if they had arrived now, until a version accepts them again.
 */
final class NewlyRefusedEvents {

    private static final String ACCEPTED_AGAIN = """
            select span.id
              from dead_letter_span span
              join dead_letter letter using (id)
              join event_log log on log.event_id::text = letter.event_id and log.topic = letter.topic
                   and log.partition = letter.partition and log.record_offset = letter.record_offset
             where span.closed = still_open() and log.event_id <> all(:refused)
            """;

    /** One that a rebuild refused before has no effect that it could lose, unless it was accepted again. */
    private static final String WITH_EFFECT = """
            select event_id
              from event_log log
             where event_id = any(:refused)
               and not exists (select from dead_letter letter
                                 join dead_letter_span span using (id)
                                where letter.topic = log.topic and letter.partition = log.partition
                                  and letter.record_offset = log.record_offset
                                  and span.outcome is distinct from 'retried')
             order by event_id
            """;

    private record Refused(UUID letter, UUID eventId, String reason) {}

    private static final TableColumns<Refused> REFUSED = TableColumns.of(Refused.class);

    private static final String KEEP = """
            insert into dead_letter (id, topic, partition, record_offset, event_id, event_type, event_source, event_time,
                subject, key, value, reason)
            select refused.letter, topic, partition, record_offset, event_id::text, type, source,
                   to_char(time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), subject, convert_to(key, 'UTF8'),
                   convert_to(data, 'UTF8'), refused.reason
              from %s
              join event_log using (event_id)
            on conflict (topic, partition, record_offset) do nothing
            returning id, (select subject_version from event_log
                            where event_log.event_id::text = dead_letter.event_id) as version
            """.formatted(REFUSED.rows("refused"));

    private record Kept(UUID id, Long version) {}

    private static final TableColumns<Kept> KEPT = TableColumns.of(Kept.class);

    private NewlyRefusedEvents() {}

    /** @param reasons why each event is refused, by its id */
    static void requireNoEffect(Handle database, Map<UUID, String> reasons) {
        List<UUID> lost = database.createQuery(WITH_EFFECT)
                .bindArray("refused", UUID.class, reasons.keySet())
                .mapTo(UUID.class)
                .list();
        if (!lost.isEmpty()) {
            throw new IllegalStateException(
                    ("%d events of the log had an effect and cannot be read any more, such as %s: %s. Past figures would"
                                    + " change without a mark, so nothing is changed. QADAM_REBUILD_ACCEPTS_REFUSED=true"
                                    + " accepts that.")
                            .formatted(lost.size(), lost.get(0), reasons.get(lost.get(0))));
        }
    }

    /** Open letters whose events the rebuild has just read. */
    static List<UUID> acceptedAgain(Handle database, Collection<UUID> refused) {
        return database.createQuery(ACCEPTED_AGAIN)
                .bindArray("refused", UUID.class, refused)
                .mapTo(UUID.class)
                .list();
    }

    /** @param reasons why each event is refused, by its id; an event that is a dead letter already stays as it is */
    static void storeAsDeadLetters(Handle database, long batch, Map<UUID, String> reasons) {
        List<Refused> refused = reasons.entrySet().stream()
                .map(one -> new Refused(Generators.timeBasedEpochGenerator().generate(), one.getKey(), one.getValue()))
                .toList();
        List<Kept> kept =
                REFUSED.bind(database.createQuery(KEEP), refused).map(KEPT).list();
        DeadLetterSpans.open(
                database,
                batch,
                kept.stream().map(Kept::id).toList(),
                kept.stream().map(Kept::version).map(DeadLetterSpans::next).toList());
    }
}
