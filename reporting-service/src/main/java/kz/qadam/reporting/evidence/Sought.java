package kz.qadam.reporting.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import kz.qadam.chassis.problem.Problem;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Of which figure the records are sought.
 *
 * @param region null for all, as all that follows
 */
record Sought(String cohort, String region, String institution, String course, YearMonth month) {

    /** @throws Problem 400 if the cohort is missing or the month cannot be read */
    static Sought of(String cohort, String region, String institution, String course, String month) {
        if (cohort == null) {
            throw Problem.badParameter("cohort", "missing", "cohort");
        }
        return new Sought(cohort, region, institution, course, month(month));
    }

    static YearMonth month(String text) {
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.badParameter("month", "malformed/month", "month");
        }
    }

    /** The conditions, with only what was asked for in them, so that an index for it can be used. */
    String conditions(String day) {
        StringBuilder sql = new StringBuilder(" and cohort = :cohort");
        if (region != null) {
            sql.append(" and region = :region");
        }
        if (institution != null) {
            sql.append(" and institution = :institution");
        }
        if (course != null) {
            sql.append(" and course = :course");
        }
        if (month != null) {
            sql.append(" and %1$s >= :first and %1$s < :next".formatted(day));
        }
        return sql.toString();
    }

    void bindTo(SqlStatement<?> statement) {
        statement.bind("cohort", cohort);
        if (region != null) {
            statement.bind("region", region);
        }
        if (institution != null) {
            statement.bind("institution", institution);
        }
        if (course != null) {
            statement.bind("course", course);
        }
        if (month != null) {
            statement
                    .bind("first", month.atDay(1))
                    .bind("next", month.plusMonths(1).atDay(1));
        }
    }

    /** Before the first day and the first id of any list. */
    static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);
}
