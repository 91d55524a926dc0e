package kz.qadam.progress.statement;

import java.time.Instant;
import java.time.YearMonth;
import java.util.regex.Pattern;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/** A local month, from its first instant to the first instant of the next month. */
record StatementMonth(YearMonth month) {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    /**
     * Reads the query parameter.
     *
     * @throws Problem 400 if it is not a month, 422 if the month has not begun
     */
    static StatementMonth ofParameter(String text, Instant now) {
        if (text == null) {
            throw Problem.badParameter("month", "missing", "month");
        }
        if (!FORM.matcher(text).matches() || text.startsWith("0000")) {
            throw Problem.badParameter("month", "month", "month");
        }
        var month = new StatementMonth(YearMonth.parse(text));
        if (now.isBefore(month.from())) {
            throw new Problem(ProblemType.RULE_VIOLATED, Fault.parameter("month", "in-the-future/day", "month"));
        }
        return month;
    }

    Instant from() {
        return AlmatyTime.startOf(month.atDay(1));
    }

    Instant until() {
        return AlmatyTime.startOf(month.plusMonths(1).atDay(1));
    }

    boolean contains(Instant at) {
        return !at.isBefore(from()) && at.isBefore(until());
    }

    @Override
    public String toString() {
        return month.toString();
    }
}
