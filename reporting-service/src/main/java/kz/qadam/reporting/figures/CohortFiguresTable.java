package kz.qadam.reporting.figures;

import java.util.List;
import kz.qadam.reporting.figures.AnswerColumns.Column;

/** The figures of cohorts as a table with one row for each cohort. */
interface CohortFiguresTable extends TabularAnswer {

    AnswerColumns<CohortFiguresTable, CohortFigures> COLUMNS =
            AnswerColumns.of(CohortFiguresTable::head, List.of(), CohortFigures.COLUMNS);

    /** The same for a caller who sees one region only. */
    AnswerColumns<CohortFiguresTable, CohortFigures> COLUMNS_OF_REGION = AnswerColumns.of(
            CohortFiguresTable::head,
            List.of(Column.text("region", "The region", table -> table.head().region())),
            CohortFigures.COLUMNS);

    AnswerHead head();

    List<CohortFigures> cohorts();

    @Override
    default CsvTable table() {
        return (head().region() == null ? COLUMNS : COLUMNS_OF_REGION).table(this, cohorts());
    }
}
