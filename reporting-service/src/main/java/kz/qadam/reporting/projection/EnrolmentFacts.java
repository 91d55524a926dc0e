package kz.qadam.reporting.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.reporting.fact.Cause;
import kz.qadam.reporting.fact.Enrolment;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** What is known of each enrolment, by batch. */
final class EnrolmentFacts {

    /**
     * All of a learner's in a cohort: whether somebody is newly enrolled in a region depends on the other enrolments there.
     * Each is looked for by itself, whatever the planner believes of the table's size.
     */
    private static final String CURRENT = """
            with concerned as (
                select learner, cohort from unnest(:learners, :cohorts) as one (learner, cohort)
                union
                select known.learner, known.cohort
                  from unnest(:ids) as one (id)
                 cross join lateral (select learner, cohort from enrolment_fact
                        where enrolment = one.id and to_batch = 9223372036854775807 limit 1) as known)
            select known.* from concerned
             cross join lateral (
                   select enrolment, version, reference, institution, learner, course, cohort, region, enrolled_on,
                          withdrawn_on, cause
                     from enrolment_fact
                    where learner = concerned.learner and cohort = concerned.cohort
                      and to_batch = 9223372036854775807 offset 0) as known
            """;

    private static final String CLOSE = """
            update enrolment_fact set to_batch = :batch
             where enrolment = any(:ids) and to_batch = 9223372036854775807
            """;

    private static final String OPEN = """
            insert into enrolment_fact (from_batch, to_batch, enrolment, version, reference, institution, learner,
                course, cohort, region, enrolled_on, withdrawn_on, cause)
            select :batch, 9223372036854775807, one.*
              from unnest(:enrolment, :version, :reference, :institution, :learner, :course, :cohort, :region,
                  :enrolledOn, :withdrawnOn, :cause) as one
            """;

    private EnrolmentFacts() {}

    static List<Enrolment> current(Handle database, Collection<Enrolment> arrived) {
        return current(
                database,
                arrived.stream().map(Enrolment::id).toList(),
                arrived.stream().map(Member::of).collect(Collectors.toSet()));
    }

    static List<Enrolment> of(Handle database, Collection<Member> members) {
        return current(database, List.of(), members);
    }

    private static List<Enrolment> current(Handle database, Collection<UUID> ids, Collection<Member> members) {
        Query query = database.createQuery(CURRENT).bindArray("ids", UUID.class, ids);
        new Columns<>(query, members).uuid("learners", Member::learner).text("cohorts", Member::cohort);
        return query.map((row, context) -> enrolment(row)).list();
    }

    /** @param known among which those are that are replaced */
    static void replace(Handle database, long batch, List<Enrolment> newer, List<Enrolment> known) {
        if (newer.isEmpty()) {
            return;
        }
        close(database, batch, newer, known);
        Update open = database.createUpdate(OPEN).bind("batch", batch);
        new Columns<>(open, newer)
                .uuid("enrolment", Enrolment::id)
                .whole("version", Enrolment::version)
                .text("reference", Enrolment::reference)
                .text("institution", Enrolment::institution)
                .uuid("learner", Enrolment::learner)
                .text("course", Enrolment::course)
                .text("cohort", Enrolment::cohort)
                .text("region", Enrolment::region)
                .day("enrolledOn", Enrolment::enrolledOn)
                .day("withdrawnOn", Enrolment::withdrawnOn)
                .text("cause", one -> one.cause().code());
        open.execute();
    }

    private static void close(Handle database, long batch, List<Enrolment> newer, List<Enrolment> known) {
        Set<UUID> ids = newer.stream().map(Enrolment::id).collect(Collectors.toSet());
        List<UUID> replaced =
                known.stream().map(Enrolment::id).filter(ids::contains).toList();
        if (!replaced.isEmpty()) {
            database.createUpdate(CLOSE)
                    .bind("batch", batch)
                    .bindArray("ids", UUID.class, replaced)
                    .execute();
        }
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(
                row.getObject("enrolment", UUID.class),
                row.getLong("version"),
                row.getString("reference"),
                row.getString("institution"),
                row.getObject("learner", UUID.class),
                row.getString("course"),
                row.getString("cohort"),
                row.getString("region"),
                row.getObject("enrolled_on", LocalDate.class),
                row.getObject("withdrawn_on", LocalDate.class),
                Cause.of(row.getString("cause")));
    }
}
