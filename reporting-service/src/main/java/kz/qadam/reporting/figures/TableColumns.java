package kz.qadam.reporting.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.Names;

/**
 * The columns of a table, each declared once: CSV has its name and its values, and the data package describes it.
 *
 * @param <A> the answer
 * @param <R> what the table has a row for
 * @param ofAnswer whose value is the same in each row; they come first
 */
record TableColumns<A, R>(List<Column<A>> ofAnswer, List<Column<R>> ofRow) {

    /**
     * A column.
     *
     * @param type as Frictionless Data names it
     * @param value null is an empty cell
     */
    record Column<T>(String name, String type, String description, Function<T, ?> value) {

        static <T> Column<T> text(String name, String description, Function<T, ?> value) {
            return new Column<>(name, "string", description, value);
        }

        static <T> Column<T> whole(String name, String description, Function<T, ?> value) {
            return new Column<>(name, "integer", description, value);
        }

        static <T> Column<T> decimal(String name, String description, Function<T, ?> value) {
            return new Column<>(name, "number", description, value);
        }

        /** Of what may have no names yet. */
        static <T> Column<T> named(
                String name, String description, Function<T, Names> names, Function<Names, String> language) {
            return text(name, description, one -> names.apply(one) == null ? null : language.apply(names.apply(one)));
        }
    }

    /** The cohort, of an answer about one, or of a row. */
    static <T> Column<T> cohort(Function<T, String> cohort) {
        return Column.text("cohort", "The cohort; total: the targeted ones together", cohort);
    }

    /** Every table begins with what its head says. */
    static <A, R> TableColumns<A, R> of(Function<A, Head> head, List<Column<A>> ofAnswer, List<Column<R>> ofRow) {
        List<Column<A>> all = new ArrayList<>(List.of(
                new Column<>("asOf", "datetime", "What was known at this instant", head.andThen(Head::asOf)),
                new Column<>("on", "date", "What had happened by the end of this local day", head.andThen(Head::on)),
                new Column<>(
                        "provisional",
                        "boolean",
                        "Whether figures may still change without anything new happening",
                        head.andThen(Head::provisional))));
        all.addAll(ofAnswer);
        return new TableColumns<>(all, ofRow);
    }

    Stream<Column<?>> all() {
        return Stream.concat(ofAnswer.stream(), ofRow.stream());
    }

    List<String> names() {
        return all().map(one -> one.name()).toList();
    }

    /** The cells of each row. */
    Stream<List<?>> cells(A answer, Stream<R> rows) {
        List<Object> first = values(ofAnswer, answer);
        return rows.map(row ->
                Stream.concat(first.stream(), values(ofRow, row).stream()).toList());
    }

    private static <T> List<Object> values(List<Column<T>> columns, T one) {
        return columns.stream().<Object>map(column -> column.value().apply(one)).toList();
    }
}
