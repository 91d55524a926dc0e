package kz.qadam.reporting.audit.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Refers to an event by its subject and version.
 *
 * @param version null if there is no such event
 */
record EventRef(String subject, Long version) {

    private static final String FIND = """
            select event.subject, event.subject_version, event.event_id, event.type, event.topic, event.partition,
                   event.record_offset
              from unnest(:subjects, :versions) as wanted (subject, version)
              join event_log event on event.subject = wanted.subject and event.subject_version = wanted.version
            """;

    static EventRef of(String subject, Long version) {
        return new EventRef(subject, version);
    }

    /** Finds the events of these references. */
    static Map<EventRef, Evidence.Event> find(Handle database, Collection<EventRef> all) {
        Map<EventRef, Evidence.Event> events = new HashMap<>();
        List<EventRef> distinct = all.stream().distinct().toList();
        database.createQuery(FIND)
                .bindArray(
                        "subjects",
                        String.class,
                        distinct.stream().map(EventRef::subject).toList())
                .bindArray(
                        "versions",
                        Long.class,
                        distinct.stream().map(EventRef::version).toList())
                .map((row, context) -> Map.entry(
                        new EventRef(row.getString(1), row.getLong(2)),
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
