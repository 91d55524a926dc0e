package kz.qadam.reporting.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kz.qadam.reporting.fact.Cause;
import kz.qadam.reporting.fact.Enrolment;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** What is known of each enrolment, by batch. */
final class EnrolmentFacts {

    /** All of a learner's: whether somebody is newly enrolled in a region depends on the other enrolments there. */
    private static final String CURRENT = """
            select enrolment, version, reference, institution, learner, course, cohort, region, enrolled_on, withdrawn_on,
                   cause
              from enrolment_fact
             where to_batch = 9223372036854775807
               and learner in (select unnest(:learners) union all
                   select learner from enrolment_fact
                    where enrolment = any(:ids) and to_batch = 9223372036854775807)
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
                  :enrolledOn::date[], :withdrawnOn::date[], :cause) as one
            """;

    private EnrolmentFacts() {}

    static List<Enrolment> current(Handle database, Collection<Enrolment> arrived) {
        return current(
                database,
                arrived.stream().map(Enrolment::id).toList(),
                arrived.stream().map(Enrolment::learner).toList());
    }

    static List<Enrolment> of(Handle database, Collection<UUID> learners) {
        return current(database, List.of(), learners);
    }

    private static List<Enrolment> current(Handle database, Collection<UUID> ids, Collection<UUID> learners) {
        return database.createQuery(CURRENT)
                .bindArray("ids", UUID.class, ids)
                .bindArray("learners", UUID.class, learners)
                .map((row, context) -> enrolment(row))
                .list();
    }

    static void replace(Handle database, long batch, List<Enrolment> newer) {
        if (newer.isEmpty()) {
            return;
        }
        database.createUpdate(CLOSE)
                .bind("batch", batch)
                .bindArray("ids", UUID.class, newer.stream().map(Enrolment::id).toList())
                .execute();
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
                .text("enrolledOn", Enrolment::enrolledOn)
                .text("withdrawnOn", Enrolment::withdrawnOn)
                .text("cause", one -> one.cause().code());
        open.execute();
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
