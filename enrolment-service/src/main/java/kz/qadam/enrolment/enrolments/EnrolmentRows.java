package kz.qadam.enrolment.enrolments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Reads and writes enrolments in the database, many at a time. */
final class EnrolmentRows {

    static final String COLUMNS = "id, institution, reference, learner_id, course, cohort, sent_region, enrolled_on,"
            + " region, withdrawn_on, withdrawal_reason, completed, version, event, reason, by_role, recorded_at";

    /** The tables of these columns. The columns that completions update have their own table. */
    static final String TABLES = "enrolment join enrolment_standing s on s.enrolment_id = id";

    private static final String INSERT = """
            with fresh as (
                insert into enrolment (id, institution, reference, learner_id, course, cohort, sent_region, enrolled_on,
                                       region, by_role, trace, recorded_at)
                select *, cast(:now as timestamptz)
                  from unnest(:ids, :institutions, :references, :learners, :courses, :cohorts, :sentRegions, :enrolledOn,
                              :regions, :roles, :traces) as t (id, institution, reference)
                 order by institution, reference
                on conflict (institution, reference) do nothing
                returning id, institution),
            standing as (
                insert into enrolment_standing (enrolment_id, whose) select id, institution from fresh)
            select id from fresh
            """;

    private static final String BY_KEY = """
            select %s from unnest(:institutions, :references) as k (i, r)
              join %s on institution = i and reference = r
            """.formatted(COLUMNS, "(" + TABLES + ")");

    /** Locks in the order of id, so that transactions that change the same enrolments do not deadlock. */
    private static final String LOCK = """
            with wanted as (
                select id from unnest(:institutions, :references) as k (i, r)
                  join enrolment on institution = i and reference = r
                union
                select id from unnest(:institutions, :ids) as k (i, u)
                  join enrolment on id = u and institution = i)
            select %s from %s where id in (select id from wanted) order by id for update
            """.formatted(COLUMNS, TABLES);

    private static final String UPDATE = """
            with renewed as (
                update enrolment e
                   set course = n.course, cohort = n.cohort, sent_region = n.sent_region, region = n.region,
                       enrolled_on = n.enrolled_on, withdrawn_on = cast(n.withdrawn_on as date),
                       withdrawal_reason = n.withdrawal_reason, version = n.version, event = n.event, reason = n.reason,
                       by_role = n.by_role, recorded_at = :now, trace = :trace
                  from unnest(:ids, :courses, :cohorts, :sentRegions, :regions, :enrolledOn, :withdrawnOn,
                              :withdrawalReasons, :versions, :events, :reasons, :roles)
                       as n (id, course, cohort, sent_region, region, enrolled_on, withdrawn_on, withdrawal_reason,
                             version, event, reason, by_role)
                 where e.id = n.id
                returning e.id)
            update enrolment_standing set changed = pg_current_xact_id() from renewed where enrolment_id = id
            """;

    private final Handle database;

    EnrolmentRows(Handle database) {
        this.database = database;
    }

    /** Inserts those that are new by their unique key, and returns their ids. */
    Set<UUID> insert(List<Enrolment> fresh, List<String> traces, Instant now) {
        return fresh.isEmpty()
                ? Set.of()
                : bindContent(database.createQuery(INSERT), fresh)
                        .bindArray("institutions", String.class, values(fresh, Enrolment::institution))
                        .bindArray("references", String.class, values(fresh, Enrolment::reference))
                        .bindArray(
                                "learners",
                                UUID.class,
                                values(fresh, e -> e.content().learnerId()))
                        .bindArray("traces", String.class, traces)
                        .bind("now", now)
                        .mapTo(UUID.class)
                        .set();
    }

    Map<EnrolmentPost.Key, Enrolment> byKey(Collection<EnrolmentPost.Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var query = database.createQuery(BY_KEY)
                .bindArray("institutions", String.class, values(keys, EnrolmentPost.Key::institution))
                .bindArray("references", String.class, values(keys, EnrolmentPost.Key::reference));
        return mapped(query).stream()
                .collect(Collectors.toMap(
                        e -> new EnrolmentPost.Key(e.institution(), e.reference()), Function.identity()));
    }

    /** Locks the enrolments that are named by institution and reference, or by institution and id. */
    List<Enrolment> lock(List<String> institutions, List<String> references, List<UUID> ids) {
        var query = database.createQuery(LOCK)
                .bindArray("institutions", String.class, institutions)
                .bindArray("references", String.class, references)
                .bindArray("ids", UUID.class, ids);
        return mapped(query).list();
    }

    void update(List<Enrolment> changed, String trace, Instant now) {
        if (!changed.isEmpty()) {
            bindState(database.createUpdate(UPDATE), changed)
                    .bindArray("withdrawalReasons", String.class, values(changed, EnrolmentRows::withdrawalReason))
                    .bind("trace", trace)
                    .bind("now", now)
                    .execute();
        }
    }

    static ResultIterable<Enrolment> mapped(Query query) {
        return query.map((row, context) -> of(row));
    }

    static Enrolment of(ResultSet row) throws SQLException {
        LocalDate withdrawnOn = row.getObject("withdrawn_on", LocalDate.class);
        return new Enrolment(
                row.getObject("id", UUID.class),
                row.getString("institution"),
                row.getString("reference"),
                new EnrolmentContent(
                        row.getObject("learner_id", UUID.class),
                        row.getString("course"),
                        row.getString("cohort"),
                        row.getString("sent_region"),
                        row.getObject("enrolled_on", LocalDate.class)),
                row.getString("region"),
                withdrawnOn == null ? null : new Enrolment.Withdrawn(withdrawnOn, row.getString("withdrawal_reason")),
                row.getBoolean("completed"),
                row.getInt("version"),
                origin(row));
    }

    static Origin origin(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("recorded_at", OffsetDateTime.class);
        return new Origin(
                Origin.Event.of(row.getString("event")),
                row.getString("reason"),
                row.getString("by_role"),
                at == null ? null : at.toInstant());
    }

    /** Binds the columns of a state, except the learner and the reason of a withdrawal. */
    static <S extends SqlStatement<S>> S bindState(S statement, List<Enrolment> enrolments) {
        return bindContent(statement, enrolments)
                .bindArray("withdrawnOn", String.class, values(enrolments, EnrolmentRows::withdrawnOn))
                .bindArray("versions", Integer.class, values(enrolments, Enrolment::version))
                .bindArray(
                        "events",
                        String.class,
                        values(enrolments, e -> e.origin().event().word()))
                .bindArray(
                        "reasons",
                        String.class,
                        values(enrolments, e -> e.origin().reason()));
    }

    private static <S extends SqlStatement<S>> S bindContent(S statement, List<Enrolment> enrolments) {
        return statement
                .bindArray(
                        "roles",
                        String.class,
                        values(enrolments, e -> e.origin().byRole()))
                .bindArray("ids", UUID.class, values(enrolments, Enrolment::id))
                .bindArray(
                        "courses",
                        String.class,
                        values(enrolments, e -> e.content().course()))
                .bindArray(
                        "cohorts",
                        String.class,
                        values(enrolments, e -> e.content().cohort()))
                .bindArray(
                        "sentRegions",
                        String.class,
                        values(enrolments, e -> e.content().region()))
                .bindArray("regions", String.class, values(enrolments, Enrolment::region))
                .bindArray(
                        "enrolledOn",
                        LocalDate.class,
                        values(enrolments, e -> e.content().enrolledOn()));
    }

    static <T, V> List<V> values(Collection<T> things, Function<T, V> member) {
        return things.stream().map(member).toList();
    }

    private static String withdrawnOn(Enrolment e) {
        return e.withdrawal() == null ? null : e.withdrawal().on().toString();
    }

    private static String withdrawalReason(Enrolment e) {
        return e.withdrawal() == null ? null : e.withdrawal().reason();
    }
}
