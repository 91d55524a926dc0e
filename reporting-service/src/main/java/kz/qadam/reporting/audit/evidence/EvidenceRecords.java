package kz.qadam.reporting.audit.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.reporting.asof.PointInTime;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads the records of a query as known at a batch, with their enrolments, completions and events.
 *
 * @param list which records the query lists
 * @param conditions the conditions of the cell
 */
record EvidenceRecords(Handle database, PointInTime point, EvidenceListKind list, SqlConditions conditions) {

    private static final TableColumns<EvidenceRecord.EventRef> EVENT_REF =
            TableColumns.of(EvidenceRecord.EventRef.class);

    private static final String EVENTS = """
            select wanted.subject, wanted.version, event.event_id, event.type, event.topic, event.partition,
                   event.record_offset
              from %s
              join event_log event on event.subject = wanted.subject and event.subject_version = wanted.version
            """.formatted(EVENT_REF.rows("wanted"));

    long count() {
        return countQuery().mapTo(Long.class).one();
    }

    Query countQuery() {
        return bind(database.createQuery(list.count(conditions.sql())));
    }

    /** How many records each region has. */
    SortedMap<String, Long> byRegion() {
        SortedMap<String, Long> counts = new TreeMap<>();
        bind(database.createQuery("select region, count(*) from (%s) as listed group by region".formatted(all())))
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    /** The complete list, as part of a statement. */
    String all() {
        return list.all(conditions.sql());
    }

    /** The next records after the end of the previous page. */
    List<EvidenceRecord> page(EvidenceCursor after, int limit) {
        return complete(pageQuery(after, limit));
    }

    Query pageQuery(EvidenceCursor after, int limit) {
        String statement = EvidenceRecord.JOINED.formatted(list.page(conditions.sql()), list.order());
        return bindPage(database.createQuery(statement), after, limit);
    }

    private Query bindPage(Query query, EvidenceCursor after, int limit) {
        return bind(query.bind("afterCohort", after.cohort())
                .bind("afterDay", after.day())
                .bind("afterId", after.id())
                .bind("limit", limit));
    }

    /** Whether the next records after the end of the previous page include one of these learners. */
    boolean isOnPage(Collection<UUID> learners, EvidenceCursor after, int limit) {
        String statement = "select exists (select from (%s) as page where learner = any(:learners))"
                .formatted(list.page(conditions.sql()));
        return bindPage(database.createQuery(statement), after, limit)
                .bindArray("learners", UUID.class, learners)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * The records that a statement selects from {@link #all}.
     *
     * @param more binds the further values of the statement
     */
    List<EvidenceRecord> selected(String statement, Consumer<Query> more) {
        Query query = database.createQuery(EvidenceRecord.JOINED.formatted(statement, list.order()));
        more.accept(query);
        return complete(bind(query));
    }

    private Query bind(Query query) {
        return conditions.bindTo(query.bind("batch", point.batch()).bind("on", point.on()));
    }

    /** Reads the records, and adds the events to each. */
    private List<EvidenceRecord> complete(Query query) {
        List<EvidenceRecord.Row> rows = query.map(EvidenceRecord.ROW).list();
        Map<EvidenceRecord.EventRef, EvidenceRecord.Event> events = new HashMap<>();
        EVENT_REF
                .bind(
                        database.createQuery(EVENTS),
                        rows.stream()
                                .flatMap(EvidenceRecord.Row::events)
                                .distinct()
                                .toList())
                .map((row, context) ->
                        events.put(EVENT_REF.map(row, context), EvidenceRecord.Event.ROW.map(row, context)))
                .list();
        rows.forEach(row -> row.events()
                .map(events::get)
                .filter(Objects::nonNull)
                .forEach(row.record().events()::add));
        return rows.stream().map(EvidenceRecord.Row::record).toList();
    }
}
