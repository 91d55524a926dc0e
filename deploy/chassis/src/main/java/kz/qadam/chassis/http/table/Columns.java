package kz.qadam.chassis.http.table;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.qadam.chassis.base.language.Message;

/**
 * The columns that a table may have, by name and in any order, with the place of each in the item's JSON form. So the
 * same code reads both forms, and a fault can name both places.
 */
public final class Columns {

    /** Whether a column has to be filled in. */
    public enum Need {
        YES,
        /** One of several columns: each row fills in one of them, or a group that belongs together. */
        ONE_OF_THESE,
        /** Each row fills it in, or no table has it: then its values are derived. */
        IN_EACH_ROW_OR_NONE,
        NO;

        public Message text() {
            return Message.of("template.need." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** What its values are. */
    public enum Type {
        TEXT,
        DAY,
        NUMBER
    }

    /**
     * A column.
     *
     * @param pointer JSON Pointer of the value in the item
     * @param example an example value, as people write it
     * @param type what its values are
     * @param isForNumbers whether the column is meant for the identification number of a person; answers never repeat
     *     such a number from other columns
     */
    public record Column(String name, String pointer, Need need, Type type, String example, boolean isForNumbers) {}

    private final Map<String, Column> byName = new LinkedHashMap<>();
    private final Map<String, Column> carried = new LinkedHashMap<>();
    private NextTableLayout next;

    public Columns(List<Column> columns) {
        columns.forEach(column -> byName.put(column.name(), column));
    }

    /** These, of tables from which another one follows: they may have its columns, too, which are not read. */
    public Columns leadingTo(NextTableLayout next) {
        var all = new Columns(List.copyOf(byName.values()));
        all.next = next;
        next.carried().forEach(column -> all.carried.put(column.name(), column));
        return all;
    }

    /** The table that follows from one of this layout; none follows from a table with references, or from JSON. */
    public Optional<NextTableLayout> following(Layout layout) {
        boolean hasAll = !layout.isTable()
                || byName.values().stream()
                        .filter(column -> column.need() == Need.IN_EACH_ROW_OR_NONE)
                        .allMatch(column -> layout.header().contains(column.name()));
        return hasAll ? Optional.empty() : Optional.ofNullable(next);
    }

    /** The columns that a table may have without being read. */
    public Collection<Column> carried() {
        return carried.values();
    }

    /** Whether a table may have a column without being read. */
    public boolean isCarried(String name) {
        return carried.containsKey(name);
    }

    /** Of what type the values of a column are; a text, if it is none of these. */
    public Type type(String name) {
        Column column = byName.getOrDefault(name, carried.get(name));
        return column == null ? Type.TEXT : column.type();
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

    /** The JSON Pointer of a column's value in the item. */
    public String pointer(String column) {
        return byName.get(column).pointer();
    }

    /**
     * The columns of the value at a pointer: one for a simple value, several for an object, none if tables do not
     * contain it.
     */
    public List<String> at(String pointer) {
        return byName.values().stream()
                .filter(column ->
                        column.pointer().equals(pointer) || column.pointer().startsWith(pointer + "/"))
                .map(Column::name)
                .toList();
    }
}
