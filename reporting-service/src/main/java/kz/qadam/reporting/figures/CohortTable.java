package kz.qadam.reporting.figures;

import java.util.List;
import kz.qadam.reporting.figures.AnswerColumns.Column;

/** The figures of cohorts as a table with one row for each cohort. */
interface CohortTable extends TabularAnswer {

    AnswerColumns<CohortTable, CohortFigures> COLUMNS =
            AnswerColumns.of(CohortTable::head, List.of(), CohortFigures.COLUMNS);

    /** The same for a caller who sees one region only. */
    AnswerColumns<CohortTable, CohortFigures> COLUMNS_OF_REGION = AnswerColumns.of(
            CohortTable::head,
            List.of(Column.text("region", "The region", table -> table.head().region())),
            CohortFigures.COLUMNS);

    AnswerHead head();

    List<CohortFigures> cohorts();

    @Override
    default CsvTable table() {
        return (head().region() == null ? COLUMNS : COLUMNS_OF_REGION).table(this, cohorts());
    }
}
