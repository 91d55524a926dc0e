package kz.qadam.chassis.table;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.qadam.chassis.language.Text;

/**
 * The columns that a table may have, by name in any order, and where each belongs in the item's JSON form: reading either
 * form then is one piece of code, and a fault can name both places.
 */
public final class Columns {

    /** Whether a column has to be filled in. */
    public enum Need {
        YES,
        /** One of several columns, of which each row fills in one, or those that belong together. */
        ONE_OF_THESE,
        NO;

        public Text text() {
            return Text.of("template.need." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /**
     * One of them.
     *
     * @param pointer JSON Pointer of the value in the item
     * @param example as people write it
     * @param isForNumbers whether it is there for the number of a person; from every other one that is not given back
     */
    public record Column(String name, String pointer, Need need, String example, boolean isForNumbers) {}

    private final Map<String, Column> byName = new LinkedHashMap<>();

    public Columns(List<Column> columns) {
        columns.forEach(column -> byName.put(column.name(), column));
    }

    boolean isForNumbers(String name) {
        return byName.containsKey(name) && byName.get(name).isForNumbers();
    }

    public Collection<Column> all() {
        return byName.values();
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /** Where the value of a column stands in the item. */
    public String pointer(String column) {
        return byName.get(column).pointer();
    }

    /** The columns of what stands there: one of a value, several of an object, none of what no table holds. */
    public List<String> at(String pointer) {
        return byName.values().stream()
                .filter(column ->
                        column.pointer().equals(pointer) || column.pointer().startsWith(pointer + "/"))
                .map(Column::name)
                .toList();
    }
}
