package kz.qadam.reporting.figures;

import java.util.List;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.Names;

/** The figures of cohorts as a table, a row each. */
record CohortTable(Head head, List<CohortFigures> cohorts) implements Table {

    /** An answer that has such a table. */
    interface Source {
        CohortTable table();
    }

    /** A row. */
    record Row(Head head, CohortFigures one) {

        Names names() {
            return one.names();
        }
    }

    @Override
    public List<String> columns() {
        return Column.names(CohortFigures.COLUMNS);
    }

    @Override
    public Stream<List<?>> rows() {
        return Column.cells(CohortFigures.COLUMNS, cohorts.stream().map(one -> new Row(head, one)));
    }
}
