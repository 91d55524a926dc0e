package kz.qadam.reporting.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.reporting.asof.TimeParameters;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Course;
import kz.qadam.reporting.figures.Labels;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Of which figure the records are sought.
 *
 * @param cohort a code, or total
 * @param region null for all, as all that follows
 */
record Sought(String cohort, String region, String institution, String course, String area, YearMonth month) {

    private static final String UNKNOWN = "unknown";

    /** @throws Problem 400 if the cohort is missing or the month cannot be read, 404 for an unknown area */
    static Sought of(String cohort, String region, String institution, String course, String area, String month) {
        if (cohort == null) {
            throw Problem.badParameter("cohort", "missing", "cohort");
        }
        if (area != null && !Labels.isArea(area)) {
            throw Problem.unknownCode("area", area);
        }
        return new Sought(
                cohort, region, institution, course, area, month == null ? null : TimeParameters.month("month", month));
    }

    static Sought of(String cohort) {
        return of(cohort, null, null, null, null, null);
    }

    /**
     * The conditions, with only what was asked for in them, so that an index for it can be used.
     *
     * @param catalogue as known then: it says which cohorts are the total, and which courses are of an area
     * @param day on which something had happened
     */
    Conditions within(Catalogue catalogue, LocalDate day, Listing listing) {
        List<String> cohorts = listing.isOfPersons() && cohort.equals(Catalogue.TOTAL)
                ? List.copyOf(catalogue.cohorts().keySet())
                : catalogue.cohortsOf(cohort, day);
        List<String> courses = catalogue.courses().values().stream()
                .filter(one -> UNKNOWN.equals(area) || one.area().equals(area))
                .map(Course::code)
                .collect(Collectors.toList());
        StringBuilder sql = new StringBuilder(cohorts.size() == 1 ? "cohort = :cohort" : "cohort = any(:cohorts)");
        if (region != null) {
            sql.append(" and region = :region");
        }
        if (institution != null) {
            sql.append(" and institution = :institution");
        }
        if (course != null) {
            sql.append(" and course = :course");
        }
        if (area != null) {
            sql.append(area.equals(UNKNOWN) ? " and course <> all(:courses)" : " and course = any(:courses)");
        }
        if (month != null) {
            sql.append(" and day >= :first and day < :next");
        }
        return new Conditions(sql.toString(), statement -> bindTo(statement, cohorts, courses));
    }

    private void bindTo(SqlStatement<?> statement, List<String> cohorts, List<String> courses) {
        if (cohorts.size() == 1) {
            statement.bind("cohort", cohorts.get(0));
        } else {
            statement.bindArray("cohorts", String.class, cohorts);
        }
        if (region != null) {
            statement.bind("region", region);
        }
        if (institution != null) {
            statement.bind("institution", institution);
        }
        if (course != null) {
            statement.bind("course", course);
        }
        if (area != null) {
            statement.bindArray("courses", String.class, courses);
        }
        if (month != null) {
            statement
                    .bind("first", month.atDay(1))
                    .bind("next", month.plusMonths(1).atDay(1));
        }
    }
}
