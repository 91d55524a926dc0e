package kz.qadam.progress.completion;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The completions as rows. */
final class Completions {

    static final String COLUMNS = """
            c.id, c.institution, c.reference, c.enrolment, c.completed_on, c.score, c.certificate, c.status, c.counts,
            c.because, c.enrolment_id, c.learner_id, c.cohort, c.course, c.region, c.version, c.recorded_at
            """;

    private static final String VALUES = """
            unnest(:ids, :institutions, :references, :enrolments, :days, :scores, :certificates, :statuses, :counts,
                   :becauses, :enrolmentIds, :learnerIds, :cohorts, :courses, :regions, :versions, :times)
                as v (id, institution, reference, enrolment, completed_on, score, certificate, status, counts, because,
                      enrolment_id, learner_id, cohort, course, region, version, recorded_at)
            """;

    private static final String INSERT = """
            insert into completion (id, institution, reference, enrolment, completed_on, score, certificate, status,
                                    counts, because, enrolment_id, learner_id, cohort, course, region, version, recorded_at)
            select * from %s order by institution, reference
            on conflict (institution, reference) do nothing returning id
            """.formatted(VALUES);

    private static final String UPDATE = """
            update completion c
               set enrolment = v.enrolment, completed_on = v.completed_on, score = v.score,
                   certificate = v.certificate, status = v.status, counts = v.counts, because = v.because,
                   enrolment_id = v.enrolment_id, learner_id = v.learner_id, cohort = v.cohort, course = v.course,
                   region = v.region, version = v.version, changed = pg_current_xact_id()
              from %s where c.id = v.id
            """.formatted(VALUES);

    private static final String LOCK_BY_REFERENCE = """
            select %s from unnest(:institutions, :references) as wanted (institution, reference)
              join completion c using (institution, reference)
             order by c.institution, c.reference for update of c
            """.formatted(COLUMNS);

    private static final String LOCK_UNDER_ENROLMENTS = """
            select %s from completion c
             where c.id in (
                   select p.id from unnest(:institutions, :names) as wanted (institution, name)
                     join completion p on p.institution = wanted.institution and p.enrolment = wanted.name
                    where p.enrolment_id is null
                    union all
                   select p.id from unnest(:enrolmentIds) as wanted (id) join completion p on p.enrolment_id = wanted.id)
             order by c.institution, c.reference for update
            """.formatted(COLUMNS);

    private static final String LOCK_OF_LEARNERS = """
            select %s from unnest(:learners) as wanted (learner_id)
              join completion c on c.learner_id = wanted.learner_id and c.cohort = :cohort and c.status = 'accepted'
             order by c.institution, c.reference for update of c
            """.formatted(COLUMNS);

    private Completions() {}

    /** The ids of those that were inserted; the others' references are taken. */
    static Set<UUID> insert(Handle handle, List<Completion> completions) {
        return new HashSet<>(
                bind(handle.createQuery(INSERT), completions).mapTo(UUID.class).list());
    }

    static void update(Handle handle, List<Completion> completions) {
        if (!completions.isEmpty()) {
            bind(handle.createUpdate(UPDATE), completions).execute();
        }
    }

    static List<Completion> lock(Handle handle, List<String> institutions, List<String> references) {
        return handle.createQuery(LOCK_BY_REFERENCE)
                .bindArray("institutions", String.class, institutions)
                .bindArray("references", String.class, references)
                .map((row, context) -> of(row))
                .list();
    }

    /** Those that stand under these enrolments, and those that wait for an enrolment of these names. */
    static List<Completion> lockUnder(
            Handle handle, List<String> institutions, List<String> names, List<UUID> enrolments) {
        return handle.createQuery(LOCK_UNDER_ENROLMENTS)
                .bindArray("institutions", String.class, institutions)
                .bindArray("names", String.class, names)
                .bindArray("enrolmentIds", UUID.class, enrolments)
                .map((row, context) -> of(row))
                .list();
    }

    static List<Completion> lockAccepted(Handle handle, String cohort, Collection<UUID> learners) {
        return handle.createQuery(LOCK_OF_LEARNERS)
                .bindArray("learners", UUID.class, learners)
                .bind("cohort", cohort)
                .map((row, context) -> of(row))
                .list();
    }

    static Completion of(ResultSet row) throws SQLException {
        return new Completion(
                row.getObject("id", UUID.class),
                row.getString("institution"),
                row.getString("reference"),
                content(row),
                new Standing(
                        Status.of(row.getString("status")).orElseThrow(),
                        row.getBoolean("counts"),
                        row.getString("because")),
                enrolled(row),
                row.getInt("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Content content(ResultSet row) throws SQLException {
        String enrolment = row.getString("enrolment");
        return enrolment == null
                ? null
                : new Content(
                        enrolment,
                        row.getObject("completed_on", LocalDate.class),
                        row.getBigDecimal("score"),
                        row.getString("certificate"));
    }

    private static Enrolled enrolled(ResultSet row) throws SQLException {
        UUID enrolmentId = row.getObject("enrolment_id", UUID.class);
        return enrolmentId == null
                ? null
                : new Enrolled(
                        enrolmentId,
                        row.getObject("learner_id", UUID.class),
                        row.getString("cohort"),
                        row.getString("course"),
                        row.getString("region"));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, List<Completion> all) {
        return statement
                .bindArray("ids", UUID.class, column(all, Completion::id))
                .bindArray("institutions", String.class, column(all, Completion::institution))
                .bindArray("references", String.class, column(all, Completion::reference))
                .bindArray("enrolments", String.class, stated(all, Content::enrolment))
                .bindArray("days", LocalDate.class, stated(all, Content::completedOn))
                .bindArray("scores", BigDecimal.class, stated(all, Content::score))
                .bindArray("certificates", String.class, stated(all, Content::certificate))
                .bindArray(
                        "statuses",
                        String.class,
                        column(all, c -> c.standing().status().word()))
                .bindArray(
                        "counts", Boolean.class, column(all, c -> c.standing().counts()))
                .bindArray(
                        "becauses", String.class, column(all, c -> c.standing().because()))
                .bindArray("enrolmentIds", UUID.class, derived(all, Enrolled::enrolmentId))
                .bindArray("learnerIds", UUID.class, derived(all, Enrolled::learnerId))
                .bindArray("cohorts", String.class, derived(all, Enrolled::cohort))
                .bindArray("courses", String.class, derived(all, Enrolled::course))
                .bindArray("regions", String.class, derived(all, Enrolled::region))
                .bindArray("versions", Integer.class, column(all, Completion::version))
                .bindArray("times", Instant.class, column(all, Completion::recordedAt));
    }

    private static <T> List<T> column(List<Completion> all, Function<Completion, T> value) {
        return all.stream().map(value).toList();
    }

    private static <T> List<T> stated(List<Completion> all, Function<Content, T> value) {
        return column(all, c -> c.content() == null ? null : value.apply(c.content()));
    }

    private static <T> List<T> derived(List<Completion> all, Function<Enrolled, T> value) {
        return column(all, c -> c.enrolled() == null ? null : value.apply(c.enrolled()));
    }
}
