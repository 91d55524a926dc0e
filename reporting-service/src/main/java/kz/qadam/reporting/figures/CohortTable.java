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

    private record Row(Head head, CohortFigures one) {

        Names names() {
            return one.names();
        }
    }

    static final List<Column<Row>> COLUMNS = Column.after(
            Row::head,
            row -> row.one().cohort(),
            Column.name("name_kk", "Its name in Kazakh", Row::names, Names::kk),
            Column.name("name_ru", "Its name in Russian", Row::names, Names::ru),
            Column.name("name_en", "Its name in English", Row::names, Names::en),
            Column.whole("target", "How many people are to be trained; empty: there is no target", row -> row.one()
                    .target()),
            Column.whole("enrolled", "People with any enrolment", row -> row.one().enrolled()),
            Column.whole("completed", "People with a completion that counts", row -> row.one()
                    .completed()),
            Column.whole("completions", "Completions that count", row -> row.one().completions()),
            Column.whole("trained", "People trained by then", row -> row.one().trained()),
            Column.whole("remaining", "How many are missing", row -> row.one().remaining()),
            Column.decimal("percent", "trained of target, rounded down", row -> row.one()
                    .percent()),
            Column.whole("expected", "Where the plan says it should be then", row -> row.one()
                    .expected()),
            Column.text("status", "reached, ahead, on-track, behind or no-target", row -> row.one()
                    .status()),
            Column.whole("requiredPerMonth", "How many a month are needed from now on", row -> row.one()
                    .requiredPerMonth()),
            Column.decimal("plannedPerMonth", "How many a month the plan has for the last 90 days", row -> row.one()
                    .plannedPerMonth()),
            Column.decimal("recentPerMonth", "How many a month the last 90 days trained", row -> row.one()
                    .recentPerMonth()));

    @Override
    public List<String> columns() {
        return Column.names(COLUMNS);
    }

    @Override
    public Stream<List<?>> rows() {
        return Column.cells(COLUMNS, cohorts.stream().map(one -> new Row(head, one)));
    }
}
