package kz.qadam.reporting.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.LocalizedName;

/**
 * The columns of a table, each declared once: its name and values for CSV, its description for the data package.
 *
 * @param <A> the answer
 * @param <R> the type of a row
 * @param head the head of an answer, which tells its audience
 * @param ofAnswer the first columns, whose values are the same in each row
 * @param ofRow the other columns
 */
record AnswerColumns<A, R>(Function<A, AnswerHead> head, List<Column<A>> ofAnswer, List<Column<R>> ofRow) {

    /**
     * A column.
     *
     * @param name its name in exact figures; null: exact figures do not have it
     * @param published its name in published figures; null: published figures do not have it
     * @param type a type of the Frictionless Data standard
     * @param value gives the value of a cell; null is an empty cell
     */
    record Column<T>(String name, String published, String type, String description, Function<T, ?> value) {

        static <T> Column<T> text(String name, String description, Function<T, ?> value) {
            return of(name, "string", description, value);
        }

        static <T> Column<T> whole(String name, String description, Function<T, ?> value) {
            return of(name, "integer", description, value);
        }

        static <T> Column<T> decimal(String name, String description, Function<T, ?> value) {
            return of(name, "number", description, value);
        }

        static <T> Column<T> of(String name, String type, String description, Function<T, ?> value) {
            return new Column<>(name, name, type, description, value);
        }

        /** A count of people, which published figures round down. */
        static <T> Column<T> people(String name, String description, Function<T, ?> value) {
            return new Column<>(name, name + "_at_least", "integer", description, value);
        }

        /** The columns of a group of members. */
        static <T, G> List<Column<T>> within(Function<T, G> group, List<Column<G>> columns) {
            return columns.stream()
                    .map(one ->
                            new Column<T>(one.name, one.published, one.type, one.description, one.value.compose(group)))
                    .toList();
        }

        @SafeVarargs
        static <T> List<Column<T>> join(List<Column<T>>... columns) {
            List<Column<T>> all = new ArrayList<>();
            for (List<Column<T>> some : columns) {
                all.addAll(some);
            }
            return List.copyOf(all);
        }

        Column<T> onlyExact() {
            return new Column<>(name, null, type, description, value);
        }

        Column<T> onlyPublished() {
            return new Column<>(null, published, type, description, value);
        }

        /** Its name for an audience; null: the audience does not have it. */
        String name(AnswerHead.Audience audience) {
            return audience == AnswerHead.Audience.exact ? name : published;
        }

        /** A name in each language; empty while the names are not known. */
        static <T> List<Column<T>> names(Function<T, LocalizedName> names) {
            return List.of(
                    named("name_kk", "Its name in Kazakh", names, LocalizedName::kk),
                    named("name_ru", "Its name in Russian", names, LocalizedName::ru),
                    named("name_en", "Its name in English", names, LocalizedName::en));
        }

        private static <T> Column<T> named(
                String name,
                String description,
                Function<T, LocalizedName> names,
                Function<LocalizedName, String> language) {
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
                Column.of("asOf", "datetime", "What was known at this instant", head.andThen(AnswerHead::asOf)),
                Column.of("on", "date", "What had happened by the end of this local day", head.andThen(AnswerHead::on)),
                Column.of(
                        "provisional",
                        "boolean",
                        "Whether figures may still change although nothing new is reported",
                        head.andThen(AnswerHead::provisional))));
        all.addAll(ofAnswer);
        return new AnswerColumns<>(head, all, ofRow);
    }

    /** The columns that an audience has. */
    Stream<Column<?>> of(AnswerHead.Audience audience) {
        return Stream.concat(has(ofAnswer, audience), has(ofRow, audience));
    }

    private static <T> Stream<Column<T>> has(List<Column<T>> columns, AnswerHead.Audience audience) {
        return columns.stream().filter(column -> column.name(audience) != null);
    }

    CsvTable table(A answer, List<R> rows) {
        AnswerHead.Audience audience = head.apply(answer).audience();
        List<Object> same = has(ofAnswer, audience)
                .<Object>map(column -> column.value().apply(answer))
                .toList();
        List<Column<R>> different = has(ofRow, audience).toList();
        return new CsvTable(
                of(audience).map(column -> column.name(audience)).toList(),
                rows.stream().map(row -> cells(same, different, row)));
    }

    private static <R> List<Object> cells(List<Object> same, List<Column<R>> different, R row) {
        List<Object> cells = new ArrayList<>(same);
        different.forEach(column -> cells.add(column.value().apply(row)));
        return cells;
    }
}
