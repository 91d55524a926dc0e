package kz.qadam.reporting.figures;

import java.util.List;
import java.util.stream.Stream;

/** The figures of cohorts as a table, a row each. */
record CohortTable(Head head, List<CohortFigures> cohorts) implements Table {

    /** An answer that has such a table. */
    interface Source {
        CohortTable table();
    }

    static final TableColumns<CohortTable, CohortFigures> COLUMNS =
            TableColumns.of(CohortTable::head, List.of(), CohortFigures.COLUMNS);

    @Override
    public List<String> columns() {
        return COLUMNS.names();
    }

    @Override
    public Stream<List<?>> rows() {
        return COLUMNS.cells(this, cohorts.stream());
    }
}
