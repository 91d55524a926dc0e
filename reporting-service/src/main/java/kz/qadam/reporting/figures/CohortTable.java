package kz.qadam.reporting.figures;

import java.util.List;
import java.util.stream.Stream;

/** The figures of cohorts as a table with one row for each cohort. */
interface CohortTable extends TabularAnswer {

    AnswerColumns<CohortTable, CohortFigures> COLUMNS =
            AnswerColumns.of(CohortTable::head, List.of(), CohortFigures.COLUMNS);

    AnswerHead head();

    List<CohortFigures> cohorts();

    @Override
    default List<String> columns() {
        return COLUMNS.names();
    }

    @Override
    default Stream<List<?>> rows() {
        return COLUMNS.cells(this, cohorts().stream());
    }
}
