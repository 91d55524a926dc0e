package kz.qadam.reporting.audit.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.reporting.asof.PointInTime;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads the records of a query as known at a batch, with their enrolments, completions and events.
 *
 * @param list which records the query lists
 * @param conditions the conditions of the cell
 */
record EvidenceRecords(Handle database, PointInTime moment, EvidenceQuery list, SqlConditions conditions) {

    /** Joins each row of the list with its completion and its enrolment. */
    private static final String JOINED = """
            select listed.*, batch.instant, completion.reference, completion.status,
                   completion.version as completion_version, joined.enrolment as enrolment_id,
                   joined.reference as enrolment_reference, joined.enrolled_on, joined.version as enrolment_version,
                   array(select alias.learner from learner_alias alias
                          where alias.surviving = listed.learner and alias.from_batch <= :batch
                            and alias.to_batch > :batch
                          order by alias.learner) as merged_from,
                   array[]::text[] as events
              from (%s) as listed
              join intake_batch batch on batch.number = listed.from_batch
              left join completion_fact completion on completion.completion = listed.completion
                   and completion.from_batch <= :batch and completion.to_batch > :batch
              left join enrolment_fact joined on joined.enrolment = coalesce(listed.enrolment, completion.enrolment)
                   and joined.from_batch <= :batch and joined.to_batch > :batch
             order by %s
            """;

    /** Refers to an event by its subject and version; the version is null if there is no such event. */
    private record EventRef(String subject, Long version) {}

    private static final TableColumns<EventRef> EVENT_REF = TableColumns.of(EventRef.class);

    private static final String EVENTS = """
            select wanted.subject, wanted.version, event.event_id, event.type, event.topic, event.partition,
                   event.record_offset
              from %s
              join event_log event on event.subject = wanted.subject and event.subject_version = wanted.version
            """.formatted(EVENT_REF.rows("wanted"));

    /** A record, and the versions of its states, each of which refers to an event. */
    private record Row(Evidence.Item item, Long trainedVersion, Long completionVersion, Long enrolmentVersion) {

        Stream<EventRef> events() {
            return Stream.of(
                            new EventRef(item.learnerId() + "/" + item.cohort(), trainedVersion),
                            new EventRef(String.valueOf(item.completionId()), completionVersion),
                            new EventRef(String.valueOf(item.enrolmentId()), enrolmentVersion))
                    .filter(one -> one.version() != null);
        }
    }

    private static final TableColumns<Row> ROW = TableColumns.of(
            Row.class,
            Map.of(
                    "learnerId", "learner",
                    "completionId", "completion",
                    "because", "excluded",
                    "batch", "from_batch",
                    "knownSince", "instant"));

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
    List<Evidence.Item> page(EvidenceCursor after, int limit) {
        return complete(pageQuery(after, limit));
    }

    Query pageQuery(EvidenceCursor after, int limit) {
        return bind(database.createQuery(JOINED.formatted(list.page(conditions.sql()), list.order()))
                .bind("afterCohort", after.cohort())
                .bind("afterDay", after.day())
                .bind("afterId", after.id())
                .bind("limit", limit));
    }

    /**
     * The records that a statement selects from {@link #all}.
     *
     * @param more binds the further values of the statement
     */
    List<Evidence.Item> selected(String statement, Consumer<Query> more) {
        Query query = database.createQuery(JOINED.formatted(statement, list.order()));
        more.accept(query);
        return complete(bind(query));
    }

    private Query bind(Query query) {
        return conditions.bindTo(query.bind("batch", moment.batch()).bind("on", moment.on()));
    }

    /** Reads the records, and adds the events to each. */
    private List<Evidence.Item> complete(Query query) {
        List<Row> rows = query.map(ROW).list();
        Map<EventRef, Evidence.Event> events = new HashMap<>();
        EVENT_REF
                .bind(
                        database.createQuery(EVENTS),
                        rows.stream().flatMap(Row::events).distinct().toList())
                .map((row, context) -> events.put(EVENT_REF.map(row, context), Evidence.Event.ROW.map(row, context)))
                .list();
        rows.forEach(row -> row.events()
                .map(events::get)
                .filter(Objects::nonNull)
                .forEach(row.item().events()::add));
        return rows.stream().map(Row::item).toList();
    }
}
