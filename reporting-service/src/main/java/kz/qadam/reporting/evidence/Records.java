package kz.qadam.reporting.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.reporting.asof.Moment;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads records as known at a batch: what is listed, and all that belongs to it. */
final class Records {

    /** Each row of the list with its completion and its enrolment. */
    private static final String JOINED = """
            select listed.*, batch.instant, completion.reference, completion.status, completion.institution,
                   completion.course, completion.version as completion_version, enrolment.enrolment,
                   enrolment.reference as enrolment_reference, enrolment.enrolled_on,
                   enrolment.version as enrolment_version
              from (%s) as listed
              join intake_batch batch on batch.number = listed.from_batch
              left join completion_fact completion on completion.completion = listed.completion
                   and completion.from_batch <= :batch and completion.to_batch > :batch
              left join enrolment_fact enrolment on enrolment.enrolment = completion.enrolment
                   and enrolment.from_batch <= :batch and enrolment.to_batch > :batch
             order by listed.day, listed.id
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

    static long count(Handle database, Moment moment, Listing listing, Sought sought) {
        return countQuery(database, moment, listing, sought).mapTo(Long.class).one();
    }

    static Query countQuery(Handle database, Moment moment, Listing listing, Sought sought) {
        Query query = database.createQuery(
                "select count(*) from (" + listing.rows(sought.conditions(listing.day()), "") + ") as listed");
        return bind(query, moment, sought);
    }

    /** How many of the trained each region has. */
    static Map<String, Long> byRegion(Handle database, Moment moment, Sought sought) {
        Query query = database.createQuery("select region, count(*) from ("
                + Listing.TRAINED.rows(sought.conditions(Listing.TRAINED.day()), "") + ") as listed group by region");
        return bind(query, moment, sought).map((row, context) -> Map.entry(row.getString(1), row.getLong(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** In the order of day and id, after these. */
    static List<Evidence.Item> page(
            Handle database, Moment moment, Listing listing, Sought sought, LocalDate day, UUID id, int limit) {
        return complete(database, moment, pageQuery(database, moment, listing, sought, day, id, limit), sought);
    }

    static Query pageQuery(
            Handle database, Moment moment, Listing listing, Sought sought, LocalDate day, UUID id, int limit) {
        String after = " and (%1$s, %2$s) > (:day, :id) order by %1$s, %2$s limit :limit"
                .formatted(listing.day(), listing.id());
        String page = "select * from (" + listing.rows(sought.conditions(listing.day()), after)
                + ") as both_parts order by day, id limit :limit";
        Query query = database.createQuery(JOINED.formatted(page))
                .bind("day", day)
                .bind("id", id)
                .bind("limit", limit);
        return bind(query, moment, sought);
    }

    /** Those of a list that a question of its own picks. */
    static List<Evidence.Item> picked(Handle database, Moment moment, Query query, Sought sought) {
        return complete(database, moment, bind(query, moment, sought), sought);
    }

    static String joined(String list) {
        return JOINED.formatted(list);
    }

    private static Query bind(Query query, Moment moment, Sought sought) {
        query.bind("batch", moment.batch()).bind("on", moment.on());
        sought.bindTo(query);
        return query;
    }

    private static List<Evidence.Item> complete(Handle database, Moment moment, Query query, Sought sought) {
        List<Row> rows = query.map((row, context) -> row(row, sought.cohort())).list();
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

    private static Map<UUID, List<UUID>> aliases(Handle database, Moment moment, List<UUID> learners) {
        return database
                .createQuery(ALIASES)
                .bindArray("learners", UUID.class, learners)
                .bind("batch", moment.batch())
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Row row(ResultSet row, String cohort) throws SQLException {
        Long requirement = row.getObject("requirement_version", Long.class);
        Evidence.Item item = new Evidence.Item(
                row.getObject("learner", UUID.class),
                List.of(),
                cohort,
                row.getString("region"),
                row.getString("institution"),
                row.getString("course"),
                row.getObject("day", LocalDate.class),
                row.getObject("completion", UUID.class),
                row.getString("reference"),
                row.getString("status"),
                row.getObject("enrolment", UUID.class),
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
