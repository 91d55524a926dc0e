package kz.qadam.progress.catalogue;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.progress.trained.Requirement;
import kz.qadam.progress.trained.TrainedRule.ProgrammeDays;
import kz.qadam.progress.trained.TrainedRule.RequirementVersion;
import org.jdbi.v3.core.Handle;

/**
 * The inputs of the counting rules at one instant.
 *
 * @param programmeVersion 0 while the programme is not known
 * @param days the programme's days; null while the programme is not known
 * @param hours the hours of each course
 * @param inactiveInstitutions the institutions that are suspended or closed
 */
public record Catalogue(
        int programmeVersion,
        ProgrammeDays days,
        Map<String, Cohort> cohorts,
        Map<String, Integer> hours,
        Set<String> inactiveInstitutions) {

    /**
     * The requirement versions of a cohort; {@code version} is the newest version of the cohort. The catalogue does not
     * contain withdrawn cohorts.
     */
    public record Cohort(int version, List<RequirementVersion> requirements) {}

    private static final Cohort UNKNOWN = new Cohort(0, List.of());

    private static final String REQUIREMENTS = """
            select c.code, c.version, r.version, r.valid_from, r.courses, r.min_courses, r.hours
              from cohort c join requirement_version r on r.cohort = c.code
            """;

    /** Reads the current catalogue without locking it. */
    public static Catalogue read(Handle handle) {
        Map<String, Cohort> cohorts = cohorts(handle);
        Map<String, Integer> hours = hours(handle);
        Set<String> inactiveInstitutions = inactiveInstitutions(handle);
        return handle.createQuery("select version, starts_on, horizon from programme")
                .map((row, context) -> new Catalogue(
                        row.getInt(1),
                        new ProgrammeDays(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)),
                        cohorts,
                        hours,
                        inactiveInstitutions))
                .findFirst()
                .orElseGet(() -> new Catalogue(0, null, cohorts, hours, inactiveInstitutions));
    }

    /**
     * Checks that the cohort named in a query exists.
     *
     * @param code the cohort; null if the query names none
     * @throws Problem 404 if there is no such cohort
     */
    public static void requireCohort(Handle handle, String code) {
        if (code != null
                && handle.createQuery("select 1 from requirement_version where cohort = :code limit 1")
                        .bind("code", code)
                        .mapTo(Integer.class)
                        .findOne()
                        .isEmpty()) {
            throw Problem.unknownCode("cohort", code);
        }
    }

    public Cohort cohort(String code) {
        return cohorts.getOrDefault(code, UNKNOWN);
    }

    /**
     * Whether this institution may report. An institution that is not known yet counts as active: its description may
     * arrive later.
     */
    public boolean isActive(String institution) {
        return !inactiveInstitutions.contains(institution);
    }

    /** The answer to an institution that may not report. */
    public static Problem notActive() {
        return new Problem(ProblemType.RULE_VIOLATED, Fault.at("/institution", "institution-not-active"));
    }

    static Set<String> inactiveInstitutions(Handle handle) {
        return handle.createQuery("select code from institution where status <> 'active'")
                .mapTo(String.class)
                .set();
    }

    private static Map<String, Cohort> cohorts(Handle handle) {
        Map<String, Cohort> cohorts = new HashMap<>();
        handle.createQuery(REQUIREMENTS)
                .map((row, context) -> {
                    String code = row.getString(1);
                    if (!cohorts.containsKey(code)) {
                        cohorts.put(code, new Cohort(row.getInt(2), new ArrayList<>()));
                    }
                    return cohorts.get(code).requirements().add(requirement(row));
                })
                .list();
        return cohorts;
    }

    private static Map<String, Integer> hours(Handle handle) {
        Map<String, Integer> hours = new HashMap<>();
        handle.createQuery("select code, hours from course")
                .map((row, context) -> hours.put(row.getString(1), row.getInt(2)))
                .list();
        return hours;
    }

    private static RequirementVersion requirement(ResultSet row) throws SQLException {
        Array courses = row.getArray(5);
        return new RequirementVersion(
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                new Requirement(
                        Set.of((String[]) courses.getArray()),
                        row.getObject(6, Integer.class),
                        row.getObject(7, Integer.class)));
    }
}
