package kz.qadam.progress.completion;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Writes completions. The state that a new one replaces is kept in former_completion: nothing is overwritten. */
final class CompletionWrites {

    private static final String VALUES = """
            unnest(:ids, :institutions, :references, :enrolments, :days, :scores, :certificates, :statuses, :counts,
                   :becauses, :enrolmentIds, :learnerIds, :cohorts, :courses, :regions, :versions, :times,
                   :changeTimes, :causes, :reasons, :roles, :pendingTimes)
                as v (id, institution, reference, enrolment, completed_on, score, certificate, status, counts, because,
                      enrolment_id, learner_id, cohort, course, region, version, recorded_at, changed_at, cause, reason,
                      by_role, pending_since)
            """;

    private static final String INSERT = """
            insert into completion (id, institution, reference, enrolment, completed_on, score, certificate, status,
                                    counts, because, enrolment_id, learner_id, cohort, course, region, version,
                                    recorded_at, changed_at, cause, reason, by_role, pending_since)
            select * from %s order by institution, reference
            on conflict (institution, reference) do nothing returning id
            """.formatted(VALUES);

    /** The insert sees the rows as they were before the update. */
    private static final String UPDATE = """
            with v as materialized (select * from %s),
            kept as (
                insert into former_completion (id, version, institution, enrolment, completed_on, score, certificate,
                                               status, because, counts, enrolment_id, learner_id, cohort, course,
                                               region, changed_at, cause, reason, by_role, until)
                select c.id, c.version, c.institution, c.enrolment, c.completed_on, c.score, c.certificate,
                       c.status, c.because, c.counts, c.enrolment_id, c.learner_id, c.cohort, c.course,
                       c.region, c.changed_at, c.cause, c.reason, c.by_role, v.changed_at
                  from v join completion c on c.id = v.id)
            update completion c
               set enrolment = v.enrolment, completed_on = v.completed_on, score = v.score,
                   certificate = v.certificate, status = v.status, counts = v.counts, because = v.because,
                   enrolment_id = v.enrolment_id, learner_id = v.learner_id, cohort = v.cohort, course = v.course,
                   region = v.region, version = v.version, changed_at = v.changed_at, cause = v.cause,
                   reason = v.reason, by_role = v.by_role, pending_since = v.pending_since,
                   changed = pg_current_xact_id()
              from v where c.id = v.id
            """.formatted(VALUES);

    private CompletionWrites() {}

    /** The ids of those that were inserted; the others' references are taken. */
    static Set<UUID> insert(Handle handle, List<Completion> completions) {
        return new HashSet<>(
                bind(handle.createQuery(INSERT), completions).mapTo(UUID.class).list());
    }

    /** Writes the new states of completions that are locked; one of each. */
    static void update(Handle handle, List<Completion> completions) {
        if (!completions.isEmpty()) {
            bind(handle.createUpdate(UPDATE), completions).execute();
        }
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
                        column(all, c -> c.state().status().word()))
                .bindArray("counts", Boolean.class, column(all, c -> c.state().counts()))
                .bindArray("becauses", String.class, column(all, c -> c.state().because()))
                .bindArray("enrolmentIds", UUID.class, derived(all, Enrolled::enrolmentId))
                .bindArray("learnerIds", UUID.class, derived(all, Enrolled::learnerId))
                .bindArray("cohorts", String.class, derived(all, Enrolled::cohort))
                .bindArray("courses", String.class, derived(all, Enrolled::course))
                .bindArray("regions", String.class, derived(all, Enrolled::region))
                .bindArray("versions", Integer.class, column(all, Completion::version))
                .bindArray("times", Instant.class, column(all, Completion::recordedAt))
                .bindArray(
                        "changeTimes",
                        Instant.class,
                        column(all, c -> c.origin().at()))
                .bindArray(
                        "causes",
                        String.class,
                        column(all, c -> c.origin().cause().ofCompletion()))
                .bindArray("reasons", String.class, column(all, c -> c.origin().reason()))
                .bindArray("roles", String.class, column(all, c -> c.origin().role()))
                .bindArray("pendingTimes", Instant.class, column(all, Completion::pendingSince));
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
