package kz.qadam.chassis.table;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns that a CSV may have, by name in any order, and where each belongs in the item's JSON form: reading either
 * form then is one piece of code, and a fault can name both places.
 */
public final class Columns {

    private final Map<String, String> pointers = new LinkedHashMap<>();
    private final Set<String> forNumbers = new HashSet<>();

    private Columns() {}

    /** Columns that stand at the top of the item under their own name. */
    public static Columns of(String... names) {
        Columns columns = new Columns();
        for (String name : names) {
            columns.pointers.put(name, "/" + name);
        }
        return columns;
    }

    /** A column whose value stands deeper in the item, such as {@code /address/city}. */
    public Columns and(String name, String pointer) {
        pointers.put(name, pointer);
        return this;
    }

    /** A column that is there for the number of a person; from every other one it is not given back. */
    public Columns andForNumbers(String name, String pointer) {
        forNumbers.add(name);
        return and(name, pointer);
    }

    boolean isForNumbers(String name) {
        return forNumbers.contains(name);
    }

    public Set<String> names() {
        return pointers.keySet();
    }

    /** Where the value of a column stands in the item. */
    public String pointer(String column) {
        return pointers.get(column);
    }

    /** The columns of what stands there: one of a value, several of an object, none of what no table holds. */
    public List<String> at(String pointer) {
        return pointers.entrySet().stream()
                .filter(e -> e.getValue().equals(pointer) || e.getValue().startsWith(pointer + "/"))
                .map(Map.Entry::getKey)
                .toList();
    }
}
