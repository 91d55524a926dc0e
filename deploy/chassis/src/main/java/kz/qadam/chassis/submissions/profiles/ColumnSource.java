package kz.qadam.chassis.submissions.profiles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Row;

/**
 * Where the values of one column come from.
 *
 * @param headers the columns of the sent table that it needs
 * @param text makes the text of their cells
 * @param meaning what that text means
 */
record ColumnSource(List<HeaderName> headers, Function<List<String>, String> text, UnaryOperator<String> meaning) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+([.,][0-9]+)?");

    static ColumnSource of(ProfileColumn column, Columns.Type type) {
        UnaryOperator<String> meaning = meaning(column, type);
        if (column.constant() != null) {
            return new ColumnSource(List.of(), cells -> column.constant(), meaning);
        }
        if (column.template() != null) {
            ValueTemplate template = ValueTemplate.of(column.template());
            return new ColumnSource(template.headers(), template::filled, meaning);
        }
        HeaderName header = HeaderName.of(column.headers(), column.occurrence());
        return new ColumnSource(List.of(header), cells -> cells.get(0), meaning);
    }

    /** @param places where the columns of {@link #headers} are in the sent row */
    String value(List<String> sent, int... places) {
        String value = text.apply(
                IntStream.of(places).mapToObj(place -> cell(sent, place)).toList());
        return value.isEmpty() ? "" : meaning.apply(value);
    }

    static String cell(List<String> sent, int place) {
        return place < sent.size() ? Row.stripped(sent.get(place)) : "";
    }

    private static UnaryOperator<String> meaning(ProfileColumn column, Columns.Type type) {
        Map<String, String> values = new HashMap<>();
        column.values()
                .forEach(value ->
                        values.put(Spelling.folded(value.sent()), Objects.requireNonNullElse(value.means(), "")));
        UnaryOperator<String> named =
                values.isEmpty() ? text -> text : text -> values.getOrDefault(Spelling.folded(text), text);
        if (type == Columns.Type.DAY) {
            var days = new DayReader(column.dayFormats());
            return text -> days.read(named.apply(text));
        }
        return column.unit() == null ? named : text -> percent(named.apply(text));
    }

    /** As it would be written with its sign. */
    private static String percent(String text) {
        return NUMBER.matcher(text).matches() ? text + "%" : text;
    }
}
