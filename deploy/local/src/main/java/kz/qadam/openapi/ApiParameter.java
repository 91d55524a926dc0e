package kz.qadam.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A parameter of an operation.
 *
 * @param in where it is: {@code path}, {@code query} or {@code header}
 * @param listed the values that its schema lists; empty if it lists none
 * @param example null if there is none
 */
public record ApiParameter(String name, String in, boolean required, List<String> listed, String example) {

    /** The value of a parameter of which nothing else is known. */
    private static final String ANYTHING = "1";

    public boolean isInPath() {
        return in.equals("path");
    }

    public boolean isInQuery() {
        return in.equals("query");
    }

    /** Whether a request without it is not well-formed. */
    public boolean isNeeded() {
        return isInPath() || (isInQuery() && required);
    }

    ApiParameter withoutExample() {
        return new ApiParameter(name, in, required, listed, null);
    }

    /** The given values, those that its schema lists, and its example; never nothing. */
    List<String> values(Map<String, List<String>> given) {
        List<String> all = new ArrayList<>(given.getOrDefault(name, List.of()));
        all.addAll(listed);
        if (example != null) {
            all.add(example);
        }
        return all.isEmpty() ? List.of(ANYTHING) : all.stream().distinct().toList();
    }
}
