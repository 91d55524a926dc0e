package kz.qadam.progress.catalogue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.kafka.ContradictingEventException;
import kz.qadam.progress.catalogue.CohortDescribed.Version;
import kz.qadam.progress.trained.Requirement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * This service's copy of the catalogue. Only a higher version replaces a stored one; the same version with other
 * content is a {@link ContradictingEventException}.
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

    private record Programme(String code, int version, LocalDate startsOn, LocalDate horizon) {}

    private record Cohort(String code, int version) {}

    private static final VersionedTable<Programme> PROGRAMMES =
            new VersionedTable<>("programme", "code", TableColumns.of(Programme.class));
    private static final VersionedTable<Cohort> COHORTS =
            new VersionedTable<>("cohort", "code", TableColumns.of(Cohort.class));
    private static final VersionedTable<CourseDescribed> COURSES =
            new VersionedTable<>("course", "code", TableColumns.of(CourseDescribed.class));
    private static final VersionedTable<InstitutionDescribed> INSTITUTIONS =
            new VersionedTable<>("institution", "code", TableColumns.of(InstitutionDescribed.class));

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
        ProgrammeDescribed.Version days = described.versionInForce();
        programme |= PROGRAMMES.store(
                handle, new Programme(described.code(), described.version(), days.startsOn(), days.horizon()));
    }

    public void cohort(CohortDescribed described) {
        boolean isNewer = COHORTS.store(handle, new Cohort(described.code(), described.version()));
        if (!isNewer) {
            described.versions().forEach(version -> requireNoContradiction(described, version));
            return;
        }
        deleteWithdrawnVersions(described);
        if (Boolean.TRUE.equals(described.withdrawn())) {
            cohorts.remove(described.code());
        } else {
            described.versions().forEach(version -> requirement(described.code(), version));
            cohorts.add(described.code());
        }
    }

    private void requireNoContradiction(CohortDescribed described, Version version) {
        if (bind(handle.createQuery("""
                        select exists (select from requirement_version r join cohort on cohort.code = r.cohort
                                        where code = :cohort and cohort.version = :described and r.version = :version
                                          and not (valid_from = :validFrom and courses @> :courses and courses <@ :courses
                                               and min_courses is not distinct from :minCourses
                                               and hours is not distinct from :hours))
                        """), described.code(), version)
                .bind("described", described.version())
                .mapTo(Boolean.class)
                .one()) {
            throw new ContradictingEventException();
        }
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
        boolean isNewer = COURSES.store(handle, described);
        anyCourse |= isNewer;
        if (isNewer && (before == null || before != described.hours())) {
            courses.add(described.code());
        }
    }

    public void institution(InstitutionDescribed described) {
        INSTITUTIONS.store(handle, described);
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
