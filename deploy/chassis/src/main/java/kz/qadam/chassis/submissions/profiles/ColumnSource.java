package kz.qadam.chassis.submissions.profiles;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
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
record ColumnSource(List<HeaderMatcher> headers, Function<List<String>, String> text, UnaryOperator<String> meaning) {

    private static final Pattern NUMBER = Pattern.compile("(?<number>[0-9]{1,15}([.,][0-9]{1,15})?)(?<sign> ?%)?");

    static ColumnSource of(ProfileColumn column, Columns.Type type) {
        UnaryOperator<String> meaning = meaning(column, type);
        if (column.constant() != null) {
            return new ColumnSource(List.of(), cells -> column.constant(), meaning);
        }
        if (column.template() != null) {
            ValueTemplate template = ValueTemplate.of(column.template());
            return new ColumnSource(template.headers(), template::filled, meaning);
        }
        HeaderMatcher header = HeaderMatcher.of(column.headers(), column.occurrence());
        return new ColumnSource(List.of(header), cells -> cells.get(0), meaning);
    }

    /** @param indexes where the columns of {@link #headers} are in the sent row */
    String value(List<String> sent, int... indexes) {
        String value = text.apply(
                IntStream.of(indexes).mapToObj(index -> cell(sent, index)).toList());
        return value.isEmpty() ? "" : meaning.apply(value);
    }

    static String cell(List<String> sent, int index) {
        return index < sent.size() ? Row.stripped(sent.get(index)) : "";
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
        return type == Columns.Type.NUMBER ? text -> share(named.apply(text), column.unit() != null) : named;
    }

    /**
     * A number in per cent as a share of one; what is no number stays as it is.
     *
     * @param isPercent whether a number without the sign is one in per cent too
     */
    private static String share(String text, boolean isPercent) {
        Matcher number = NUMBER.matcher(text);
        return number.matches() && (isPercent || number.group("sign") != null)
                ? new BigDecimal(number.group("number").replace(',', '.'))
                        .movePointLeft(2)
                        .toPlainString()
                : text;
    }
}
