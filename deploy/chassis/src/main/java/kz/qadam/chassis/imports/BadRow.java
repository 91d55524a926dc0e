package kz.qadam.chassis.imports;

import java.util.List;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.table.Row;

/** A row that was not taken, as it was sent, and why. */
record BadRow(Row row, String status, ProblemType type, List<Fault> errors) {

    static BadRow of(Row row, String status, Problem problem) {
        return new BadRow(row, status, problem.type(), problem.errors());
    }
}
