package kz.qadam.progress.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import kz.qadam.chassis.kafka.ContradictingEvent;
import kz.qadam.progress.catalogue.CohortDescribed.Version;
import kz.qadam.progress.trained.Requirement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * This service's copy of the catalogue. Only a higher version replaces a stored one; the same version with other
 * content is a {@link ContradictingEvent}.
 */
public final class CatalogueCopy {

    /**
     * The learners that a change of the catalogue concerns.
     *
     * @param programme whether the programme changed, which concerns all learners
     * @param cohorts the changed cohorts: all of their learners are concerned
     * @param anyCourse whether any course has a new version: an event about each cohort then publishes the course
     *     versions
     * @param courses courses whose hours changed or became known: learners of every cohort who completed one of them
     *     are concerned
     */
    public record Change(boolean programme, Set<String> cohorts, boolean anyCourse, Set<String> courses) {
        public boolean isEmpty() {
            return !programme && cohorts.isEmpty() && !anyCourse;
        }
    }

    private final Handle handle;
    private boolean programme;
    private boolean anyCourse;
    private final Set<String> cohorts = new TreeSet<>();
    private final Set<String> courses = new TreeSet<>();

    /** Locks the catalogue for a change: until this transaction ends, no other transaction can judge completions. */
    public CatalogueCopy(Handle handle) {
        this.handle = handle;
        CatalogueCache.lockForChange(handle);
    }

    public Change change() {
        return new Change(programme, cohorts, anyCourse, courses);
    }

    public void programme(ProgrammeDescribed described) {
        int rows = handle.createUpdate("""
                        insert into programme (code, version, starts_on, horizon) values (:code, :version, :from, :to)
                        on conflict (code) do update
                           set version = excluded.version, starts_on = excluded.starts_on, horizon = excluded.horizon
                         where programme.version < excluded.version
                        """)
                .bind("code", described.code())
                .bind("version", described.version())
                .bind("from", described.inForce().startsOn())
                .bind("to", described.inForce().horizon())
                .execute();
        programme |= rows == 1;
        requireNoContradiction(
                rows,
                """
                select exists (select from programme where code = :code and version = :version
                                  and (starts_on, horizon) <> (:startsOn, :horizon))
                """,
                query -> query.bind("code", described.code())
                        .bind("version", described.version())
                        .bind("startsOn", described.inForce().startsOn())
                        .bind("horizon", described.inForce().horizon()));
    }

    public void cohort(CohortDescribed described) {
        int rows = handle.createUpdate("""
                        insert into cohort (code, version) values (:code, :version)
                        on conflict (code) do update set version = excluded.version
                         where cohort.version < excluded.version
                        """)
                .bind("code", described.code())
                .bind("version", described.version())
                .execute();
        if (rows == 1) {
            deleteWithdrawnVersions(described);
        }
        if (rows == 1 && !Boolean.TRUE.equals(described.withdrawn())) {
            described.versions().forEach(version -> requirement(described.code(), version));
            cohorts.add(described.code());
        } else if (rows == 1) {
            cohorts.remove(described.code());
        }
        described
                .versions()
                .forEach(version -> requireNoContradiction(
                        rows,
                        """
                        select exists (select from requirement_version r join cohort on cohort.code = r.cohort
                                        where code = :cohort and cohort.version = :described and r.version = :version
                                          and not (valid_from = :validFrom and courses @> :courses and courses <@ :courses
                                               and min_courses is not distinct from :minCourses
                                               and hours is not distinct from :hours))
                        """,
                        query -> bind(query, described.code(), version).bind("described", described.version())));
    }

    /**
     * Deletes requirement versions from before a withdrawal. No learner was enrolled while they were in force, so no
     * judgement depends on them. A withdrawn cohort keeps none.
     */
    private void deleteWithdrawnVersions(CohortDescribed described) {
        handle.createUpdate("delete from requirement_version where cohort = :cohort and version < :first")
                .bind("cohort", described.code())
                .bind("first", described.firstVersion())
                .execute();
    }

    private void requirement(String cohort, Version version) {
        bind(handle.createUpdate("""
                        insert into requirement_version (cohort, version, valid_from, courses, min_courses, hours)
                        values (:cohort, :version, :validFrom, :courses, :minCourses, :hours)
                        on conflict (cohort, version) do nothing
                        """), cohort, version).execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, String cohort, Version version) {
        Requirement requirement = version.requirement().toRequirement();
        return statement
                .bind("cohort", cohort)
                .bind("version", version.version())
                .bind("validFrom", version.validFrom())
                .bindArray("courses", String.class, requirement.courses())
                .bind("minCourses", requirement.minCourses())
                .bind("hours", requirement.hours());
    }

    public void course(CourseDescribed described) {
        Integer before = handle.createQuery("select hours from course where code = :code")
                .bind("code", described.code())
                .mapTo(Integer.class)
                .findOne()
                .orElse(null);
        int rows = handle.createUpdate("""
                        insert into course (code, version, hours) values (:code, :version, :hours)
                        on conflict (code) do update set version = excluded.version, hours = excluded.hours
                         where course.version < excluded.version
                        """)
                .bind("code", described.code())
                .bind("version", described.version())
                .bind("hours", described.hours())
                .execute();
        anyCourse |= rows == 1;
        if (rows == 1 && (before == null || before != described.hours())) {
            courses.add(described.code());
        }
        requireNoContradiction(
                rows,
                "select exists (select from course where code = :code and version = :version and hours <> :hours)",
                query -> query.bindMethods(described));
    }

    public void institution(InstitutionDescribed described) {
        int rows = handle.createUpdate("""
                        insert into institution (code, version, status) values (:code, :version, :status)
                        on conflict (code) do update set version = excluded.version, status = excluded.status
                         where institution.version < excluded.version
                        """)
                .bind("code", described.code())
                .bind("version", described.version())
                .bind("status", described.status())
                .execute();
        requireNoContradiction(
                rows,
                "select exists (select from institution where code = :code and version = :version and status <> :status)",
                query -> query.bindMethods(described));
    }

    /** Compares the event with the stored row. If this event has just written the row, there is nothing to compare. */
    private void requireNoContradiction(int rows, String contradicted, UnaryOperator<Query> bound) {
        if (rows == 0
                && bound.apply(handle.createQuery(contradicted))
                        .mapTo(Boolean.class)
                        .one()) {
            throw new ContradictingEvent();
        }
    }

    /** The current version of each known course. */
    public Map<String, Integer> courseVersions() {
        Map<String, Integer> versions = new TreeMap<>();
        handle.createQuery("select code, version from course")
                .map((row, context) -> versions.put(row.getString(1), row.getInt(2)))
                .list();
        return versions;
    }
}
