package kz.qadam.reporting.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.reporting.asof.PointInTime;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads records as known at a batch: what is listed, and all that belongs to it. */
final class Records {

    /** Each row of the list with its completion and its enrolment. */
    private static final String JOINED = """
            select listed.*, batch.instant, completion.reference, completion.status,
                   completion.version as completion_version, joined.enrolment as enrolment_id,
                   joined.reference as enrolment_reference, joined.enrolled_on, joined.version as enrolment_version
              from (%s) as listed
              join intake_batch batch on batch.number = listed.from_batch
              left join completion_fact completion on completion.completion = listed.completion
                   and completion.from_batch <= :batch and completion.to_batch > :batch
              left join enrolment_fact joined on joined.enrolment = coalesce(listed.enrolment, completion.enrolment)
                   and joined.from_batch <= :batch and joined.to_batch > :batch
             order by %s
            """;

    private static final String ALIASES = """
            select surviving, learner from learner_alias
             where surviving = any(:learners) and from_batch <= :batch and to_batch > :batch
             order by learner
            """;

    /** A row before what the other statements add to it. */
    private record Row(Evidence.Item item, Long trainedVersion, Long completionVersion, Long enrolmentVersion) {

        Stream<Told> told() {
            return Stream.of(
                            Told.of(item.learnerId() + "/" + item.cohort(), trainedVersion),
                            Told.of(String.valueOf(item.completionId()), completionVersion),
                            Told.of(String.valueOf(item.enrolmentId()), enrolmentVersion))
                    .filter(one -> one.version() != null);
        }
    }

    private Records() {}

    static long count(Handle database, PointInTime moment, Listing listing, Conditions conditions) {
        return countQuery(database, moment, listing, conditions)
                .mapTo(Long.class)
                .one();
    }

    static Query countQuery(Handle database, PointInTime moment, Listing listing, Conditions conditions) {
        return bind(database.createQuery(listing.count(conditions.sql())), moment, conditions);
    }

    /** How many of the trained each region has. */
    static Map<String, Long> byRegion(Handle database, PointInTime moment, Conditions conditions) {
        Query query = database.createQuery("select region, count(*) from (" + Listing.TRAINED.all(conditions.sql())
                + ") as listed group by region");
        return bind(query, moment, conditions)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those after the mark. */
    static List<Evidence.Item> page(
            Handle database, PointInTime moment, Listing listing, Conditions conditions, Mark after, int limit) {
        return complete(database, moment, pageQuery(database, moment, listing, conditions, after, limit));
    }

    static Query pageQuery(
            Handle database, PointInTime moment, Listing listing, Conditions conditions, Mark after, int limit) {
        Query query = database.createQuery(JOINED.formatted(listing.page(conditions.sql()), listing.order()))
                .bind("afterCohort", after.cohort())
                .bind("afterDay", after.day())
                .bind("afterId", after.id())
                .bind("limit", limit);
        return bind(query, moment, conditions);
    }

    /** Those of the trained that a question of its own picks. */
    static List<Evidence.Item> picked(
            Handle database, PointInTime moment, String list, Conditions conditions, Consumer<Query> more) {
        Query query = database.createQuery(JOINED.formatted(list, Listing.TRAINED.order()));
        more.accept(query);
        return complete(database, moment, bind(query, moment, conditions));
    }

    private static Query bind(Query query, PointInTime moment, Conditions conditions) {
        return conditions.bindTo(query.bind("batch", moment.batch()).bind("on", moment.on()));
    }

    private static List<Evidence.Item> complete(Handle database, PointInTime moment, Query query) {
        List<Row> rows = query.map((row, context) -> row(row)).list();
        Map<Told, Evidence.Event> events =
                Told.find(database, rows.stream().flatMap(Row::told).toList());
        Map<UUID, List<UUID>> aliases = aliases(
                database,
                moment,
                rows.stream().map(row -> row.item().learnerId()).toList());
        List<Evidence.Item> items = new ArrayList<>(rows.size());
        for (Row row : rows) {
            items.add(with(
                    row.item(),
                    aliases.getOrDefault(row.item().learnerId(), List.of()),
                    row.told().map(events::get).filter(event -> event != null).toList()));
        }
        return items;
    }

    private static Map<UUID, List<UUID>> aliases(Handle database, PointInTime moment, List<UUID> learners) {
        return database
                .createQuery(ALIASES)
                .bindArray("learners", UUID.class, learners)
                .bind("batch", moment.batch())
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Row row(ResultSet row) throws SQLException {
        Long requirement = row.getObject("requirement_version", Long.class);
        Evidence.Item item = new Evidence.Item(
                row.getObject("learner", UUID.class),
                List.of(),
                row.getString("cohort"),
                row.getString("region"),
                row.getString("institution"),
                row.getString("course"),
                row.getObject("day", LocalDate.class),
                row.getObject("completion", UUID.class),
                row.getString("reference"),
                row.getString("status"),
                row.getObject("enrolment_id", UUID.class),
                row.getString("enrolment_reference"),
                row.getObject("enrolled_on", LocalDate.class),
                requirement == null
                        ? null
                        : new Evidence.Rule(
                                requirement, row.getLong("programme_version"), row.getLong("cohort_version")),
                row.getString("excluded"),
                row.getLong("from_batch"),
                row.getObject("instant", OffsetDateTime.class).toInstant(),
                List.of());
        return new Row(
                item,
                row.getObject("trained_version", Long.class),
                row.getObject("completion_version", Long.class),
                row.getObject("enrolment_version", Long.class));
    }

    private static Evidence.Item with(Evidence.Item one, List<UUID> mergedFrom, List<Evidence.Event> events) {
        return new Evidence.Item(
                one.learnerId(),
                mergedFrom,
                one.cohort(),
                one.region(),
                one.institution(),
                one.course(),
                one.day(),
                one.completionId(),
                one.reference(),
                one.status(),
                one.enrolmentId(),
                one.enrolmentReference(),
                one.enrolledOn(),
                one.admittedBy(),
                one.because(),
                one.batch(),
                one.knownSince(),
                events);
    }
}
