package kz.qadam.reporting.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.Names;

/**
 * A column of a table, declared once: CSV writes its name and its values, and the data package describes it.
 *
 * @param type as Frictionless Data names it
 * @param value in a row; null is an empty cell
 */
record Column<R>(String name, String type, String description, Function<R, Object> value) {

    static <R> Column<R> text(String name, String description, Function<R, Object> value) {
        return new Column<>(name, "string", description, value);
    }

    static <R> Column<R> whole(String name, String description, Function<R, Object> value) {
        return new Column<>(name, "integer", description, value);
    }

    static <R> Column<R> decimal(String name, String description, Function<R, Object> value) {
        return new Column<>(name, "number", description, value);
    }

    /** What every table begins with, before what is its own. */
    @SafeVarargs
    static <R> List<Column<R>> after(Function<R, Head> head, Function<R, Object> cohort, Column<R>... own) {
        List<Column<R>> all = new ArrayList<>();
        all.add(new Column<>(
                "asOf", "datetime", "What was known at this instant", row -> head.apply(row).asOf()));
        all.add(new Column<>(
                "on", "date", "What had happened by the end of this local day", row -> head.apply(row).on()));
        all.add(new Column<>(
                "provisional",
                "boolean",
                "Whether figures may still change without anything new happening",
                row -> head.apply(row).provisional()));
        all.add(text("cohort", "The cohort; total: the targeted ones together", cohort));
        all.addAll(List.of(own));
        return List.copyOf(all);
    }

    /** Of a member that may have no names yet. */
    static <R> Column<R> name(
            String name, String description, Function<R, Names> names, Function<Names, String> language) {
        return text(
                name, description, row -> names.apply(row) == null ? null : language.apply(names.apply(row)));
    }

    static <R> List<String> names(List<Column<R>> columns) {
        return columns.stream().map(Column::name).toList();
    }

    /** The cells of each row. */
    static <R> Stream<List<?>> cells(List<Column<R>> columns, Stream<R> rows) {
        return rows.map(row ->
                columns.stream().map(column -> column.value().apply(row)).toList());
    }
}
