package kz.qadam.reporting.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.reporting.fact.Cause;
import kz.qadam.reporting.fact.Trained;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** What is known of who is trained, by batch. */
final class TrainedFacts {

    /**
     * In all cohorts: on which day somebody first counts as a person depends on the others. Each is looked for by itself,
     * whatever the planner believes of the table's size.
     */
    private static final String CURRENT = """
            select known.* from unnest(:learners) as one (learner)
             cross join lateral (
                   select learner, cohort, version, programme_version, cohort_version, trained_on, completion,
                          institution, region, course, requirement_version, cause
                     from trained_fact
                    where learner = one.learner and to_batch = 9223372036854775807 offset 0) as known
            """;

    private static final String CLOSE = """
            update trained_fact known set to_batch = :batch
              from unnest(:learner, :cohort) as newer (learner, cohort)
             where known.learner = newer.learner and known.cohort = newer.cohort
               and known.to_batch = 9223372036854775807
            """;

    private static final String OPEN = """
            insert into trained_fact (from_batch, to_batch, learner, cohort, version, programme_version, cohort_version,
                trained_on, completion, institution, region, course, requirement_version, cause)
            select :batch, 9223372036854775807, one.*
              from unnest(:learner, :cohort, :version, :programmeVersion, :cohortVersion, :on, :completion,
                  :institution, :region, :course, :requirementVersion, :cause) as one
            """;

    private TrainedFacts() {}

    static List<Trained> current(Handle database, Collection<Trained> arrived) {
        return database.createQuery(CURRENT)
                .bindArray(
                        "learners",
                        UUID.class,
                        arrived.stream().map(Trained::learner).distinct().toList())
                .map((row, context) -> trained(row))
                .list();
    }

    /** @param known among which those are that are replaced */
    static void replace(Handle database, long batch, List<Trained> newer, List<Trained> known) {
        if (newer.isEmpty()) {
            return;
        }
        close(database, batch, newer, known);
        Update open = database.createUpdate(OPEN).bind("batch", batch);
        new Columns<>(open, newer)
                .uuid("learner", Trained::learner)
                .text("cohort", Trained::cohort)
                .whole("version", Trained::version)
                .whole("programmeVersion", Trained::programmeVersion)
                .whole("cohortVersion", Trained::cohortVersion)
                .day("on", by(Trained.By::on))
                .uuid("completion", by(Trained.By::completion))
                .text("institution", by(Trained.By::institution))
                .text("region", by(Trained.By::region))
                .text("course", by(Trained.By::course))
                .whole("requirementVersion", by(Trained.By::requirementVersion))
                .text("cause", one -> one.cause().code());
        open.execute();
    }

    private static void close(Handle database, long batch, List<Trained> newer, List<Trained> known) {
        Set<Member> members = newer.stream().map(Member::of).collect(Collectors.toSet());
        List<Member> replaced =
                known.stream().map(Member::of).filter(members::contains).toList();
        if (!replaced.isEmpty()) {
            Update close = database.createUpdate(CLOSE).bind("batch", batch);
            new Columns<>(close, replaced).uuid("learner", Member::learner).text("cohort", Member::cohort);
            close.execute();
        }
    }

    private static <T> Function<Trained, T> by(Function<Trained.By, T> member) {
        return trained -> trained.isTrained() ? member.apply(trained.by()) : null;
    }

    private static Trained trained(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("trained_on", LocalDate.class);
        return new Trained(
                row.getObject("learner", UUID.class),
                row.getString("cohort"),
                row.getLong("version"),
                row.getLong("programme_version"),
                row.getLong("cohort_version"),
                Cause.of(row.getString("cause")),
                on == null
                        ? null
                        : new Trained.By(
                                on,
                                row.getObject("completion", UUID.class),
                                row.getString("institution"),
                                row.getString("region"),
                                row.getString("course"),
                                row.getLong("requirement_version")));
    }
}
