package kz.qadam.reporting.figures;

import java.util.List;

/** The figures of cohorts as a table with one row for each cohort. */
interface CohortTable extends TabularAnswer {

    AnswerColumns<CohortTable, CohortFigures> COLUMNS =
            AnswerColumns.of(CohortTable::head, List.of(), CohortFigures.COLUMNS);

    AnswerHead head();

    List<CohortFigures> cohorts();

    @Override
    default CsvTable table() {
        return COLUMNS.table(this, cohorts());
    }
}
