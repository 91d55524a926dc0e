package kz.qadam.reporting.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.reporting.fact.Cause;
import kz.qadam.reporting.fact.Completion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** What is known of each completion, by batch. */
final class CompletionFacts {

    /**
     * All of a learner's: whether somebody completes something for the first time depends on the others. Each is looked for
     * by itself, whatever the planner believes of the table's size.
     */
    private static final String CURRENT = """
            with concerned as (
                select learner from unnest(:learners) as one (learner)
                union
                select known.learner from unnest(:ids) as one (id)
                 cross join lateral (select learner from completion_fact
                        where completion = one.id and to_batch = 9223372036854775807 limit 1) as known)
            select known.* from concerned
             cross join lateral (
                   select completion, version, reference, institution, enrolment, learner, course, cohort, region,
                          completed_on, status, counts, because, cause, trained_version, recorded_at
                     from completion_fact
                    where learner = concerned.learner and to_batch = 9223372036854775807 offset 0) as known
            """;

    private static final String CLOSE = """
            update completion_fact set to_batch = :batch
             where completion = any(:ids) and to_batch = 9223372036854775807
            """;

    private static final String OPEN = """
            insert into completion_fact (from_batch, to_batch, completion, version, reference, institution, enrolment,
                learner, course, cohort, region, completed_on, status, counts, because, cause, trained_version,
                recorded_at)
            select :batch, 9223372036854775807, one.*
              from unnest(:completion, :version, :reference, :institution, :enrolment, :learner, :course, :cohort,
                  :region, :completedOn, :status, :counts, :because, :cause,
                  :trainedVersion, :recordedAt) as one
            """;

    private CompletionFacts() {}

    static List<Completion> current(Handle database, Collection<Completion> arrived) {
        return current(
                database,
                arrived.stream().map(Completion::id).toList(),
                arrived.stream().map(Completion::learner).toList());
    }

    static List<Completion> of(Handle database, Collection<UUID> learners) {
        return current(database, List.of(), learners);
    }

    private static List<Completion> current(Handle database, Collection<UUID> ids, Collection<UUID> learners) {
        return database.createQuery(CURRENT)
                .bindArray("ids", UUID.class, ids)
                .bindArray("learners", UUID.class, learners)
                .map((row, context) -> completion(row))
                .list();
    }

    /** @param known among which those are that are replaced */
    static void replace(Handle database, long batch, List<Completion> newer, List<Completion> known) {
        if (newer.isEmpty()) {
            return;
        }
        close(database, batch, newer, known);
        Update open = database.createUpdate(OPEN).bind("batch", batch);
        new Columns<>(open, newer)
                .uuid("completion", Completion::id)
                .whole("version", Completion::version)
                .text("reference", Completion::reference)
                .text("institution", Completion::institution)
                .uuid("enrolment", Completion::enrolment)
                .uuid("learner", Completion::learner)
                .text("course", Completion::course)
                .text("cohort", Completion::cohort)
                .text("region", Completion::region)
                .day("completedOn", Completion::completedOn)
                .text("status", Completion::status)
                .flag("counts", Completion::counts)
                .text("because", Completion::because)
                .text("cause", one -> one.cause().code())
                .whole("trainedVersion", Completion::trainedVersion)
                .time("recordedAt", Completion::recordedAt);
        open.execute();
    }

    private static void close(Handle database, long batch, List<Completion> newer, List<Completion> known) {
        Set<UUID> ids = newer.stream().map(Completion::id).collect(Collectors.toSet());
        List<UUID> replaced =
                known.stream().map(Completion::id).filter(ids::contains).toList();
        if (!replaced.isEmpty()) {
            database.createUpdate(CLOSE)
                    .bind("batch", batch)
                    .bindArray("ids", UUID.class, replaced)
                    .execute();
        }
    }

    private static Completion completion(ResultSet row) throws SQLException {
        return new Completion(
                row.getObject("completion", UUID.class),
                row.getLong("version"),
                row.getString("reference"),
                row.getString("institution"),
                row.getObject("enrolment", UUID.class),
                row.getObject("learner", UUID.class),
                row.getString("course"),
                row.getString("cohort"),
                row.getString("region"),
                row.getObject("completed_on", LocalDate.class),
                row.getString("status"),
                row.getBoolean("counts"),
                row.getString("because"),
                Cause.of(row.getString("cause")),
                row.getLong("trained_version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
