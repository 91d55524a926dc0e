package kz.qadam.reporting.audit.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.database.TableColumns;
import org.jdbi.v3.core.Handle;

/**
 * Refers to an event by its subject and version.
 *
 * @param version null if there is no such event
 */
record EventRef(String subject, Long version) {

    private static final TableColumns<EventRef> COLUMNS = TableColumns.of(EventRef.class);

    private static final String FIND = """
            select wanted.subject, wanted.version, event.event_id, event.type, event.topic, event.partition,
                   event.record_offset
              from %s
              join event_log event on event.subject = wanted.subject and event.subject_version = wanted.version
            """.formatted(COLUMNS.rows("wanted"));

    /** Finds the events of these references. */
    static Map<EventRef, Evidence.Event> find(Handle database, List<EventRef> references) {
        Map<EventRef, Evidence.Event> events = new HashMap<>();
        COLUMNS.bind(database.createQuery(FIND), references)
                .map((row, context) -> events.put(COLUMNS.map(row, context), Evidence.Event.ROW.map(row, context)))
                .list();
        return events;
    }
}
