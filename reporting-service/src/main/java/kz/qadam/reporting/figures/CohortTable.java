package kz.qadam.reporting.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The figures of cohorts as a table, a row each. */
interface CohortTable extends Table {

    List<String> COLUMNS = List.of(
            "asOf",
            "on",
            "provisional",
            "cohort",
            "name_kk",
            "name_ru",
            "name_en",
            "target",
            "enrolled",
            "completed",
            "completions",
            "trained",
            "remaining",
            "percent",
            "expected",
            "status",
            "requiredPerMonth",
            "plannedPerMonth",
            "recentPerMonth");

    Head head();

    List<CohortFigures> cohorts();

    @Override
    default List<String> columns() {
        return COLUMNS;
    }

    @Override
    default Stream<List<?>> rows() {
        return cohorts().stream()
                .map(one -> Arrays.asList(
                        head().asOf(),
                        head().on(),
                        head().provisional(),
                        one.cohort(),
                        one.names().kk(),
                        one.names().ru(),
                        one.names().en(),
                        one.target(),
                        one.enrolled(),
                        one.completed(),
                        one.completions(),
                        one.trained(),
                        one.remaining(),
                        one.percent(),
                        one.expected(),
                        one.status(),
                        one.requiredPerMonth(),
                        one.plannedPerMonth(),
                        one.recentPerMonth()));
    }
}
