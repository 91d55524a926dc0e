package kz.qadam.reporting.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * A state that an event told.
 *
 * @param version null if nothing is known of the subject
 */
record Told(String subject, Long version) {

    private static final String FIND = """
            select event.subject, event.subject_version, event.event_id, event.type, event.topic, event.partition,
                   event.record_offset
              from unnest(:subjects, :versions) as told (subject, version)
              join event_log event on event.subject = told.subject and event.subject_version = told.version
            """;

    static Told of(String subject, Long version) {
        return new Told(subject, version);
    }

    /** The events that told these states. */
    static Map<Told, Evidence.Event> find(Handle database, Collection<Told> all) {
        Map<Told, Evidence.Event> events = new HashMap<>();
        List<Told> distinct = all.stream().distinct().toList();
        database.createQuery(FIND)
                .bindArray(
                        "subjects",
                        String.class,
                        distinct.stream().map(Told::subject).toList())
                .bindArray(
                        "versions",
                        Long.class,
                        distinct.stream().map(Told::version).toList())
                .map((row, context) -> Map.entry(
                        new Told(row.getString(1), row.getLong(2)),
                        new Evidence.Event(
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getLong(2),
                                row.getString(5),
                                row.getInt(6),
                                row.getLong(7))))
                .forEach(found -> events.put(found.getKey(), found.getValue()));
        return events;
    }
}
