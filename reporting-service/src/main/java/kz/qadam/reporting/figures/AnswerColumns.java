package kz.qadam.reporting.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.Names;

/**
 * The columns of a table, each declared once: its name and values for CSV, its description for the data package.
 *
 * @param <A> the answer
 * @param <R> the type of a row
 * @param ofAnswer the first columns, whose values are the same in each row
 * @param ofRow the other columns
 */
record AnswerColumns<A, R>(List<Column<A>> ofAnswer, List<Column<R>> ofRow) {

    /**
     * A column.
     *
     * @param type a type of the Frictionless Data standard
     * @param value gives the value of a cell; null is an empty cell
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

        /** A name in one language; empty while the names are not known. */
        static <T> Column<T> named(
                String name, String description, Function<T, Names> names, Function<Names, String> language) {
            return text(name, description, one -> names.apply(one) == null ? null : language.apply(names.apply(one)));
        }
    }

    /** The column of the cohort, of the answer or of a row. */
    static <T> Column<T> cohort(Function<T, String> cohort) {
        return Column.text("cohort", "The cohort; total: all cohorts that have a target, together", cohort);
    }

    /** The columns of a table, which begin with those of the head. */
    static <A, R> AnswerColumns<A, R> of(
            Function<A, AnswerHead> head, List<Column<A>> ofAnswer, List<Column<R>> ofRow) {
        List<Column<A>> all = new ArrayList<>(List.of(
                new Column<>("asOf", "datetime", "What was known at this instant", head.andThen(AnswerHead::asOf)),
                new Column<>(
                        "on", "date", "What had happened by the end of this local day", head.andThen(AnswerHead::on)),
                new Column<>(
                        "provisional",
                        "boolean",
                        "Whether figures may still change although nothing new is reported",
                        head.andThen(AnswerHead::provisional))));
        all.addAll(ofAnswer);
        return new AnswerColumns<>(all, ofRow);
    }

    Stream<Column<?>> all() {
        return Stream.concat(ofAnswer.stream(), ofRow.stream());
    }

    CsvTable table(A answer, List<R> rows) {
        List<Object> same = ofAnswer.stream()
                .<Object>map(column -> column.value().apply(answer))
                .toList();
        return new CsvTable(all().map(one -> one.name()).toList(), rows.stream().map(row -> cells(same, row)));
    }

    private List<Object> cells(List<Object> same, R row) {
        List<Object> cells = new ArrayList<>(same);
        ofRow.forEach(column -> cells.add(column.value().apply(row)));
        return cells;
    }
}
