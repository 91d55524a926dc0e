package kz.qadam.reporting.rollup;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The member of a derived dimension for each member of its source that the catalogue describes.
 *
 * @param bySource by derived dimension and member of its source
 */
public record DerivedMembers(Map<Dimension, Map<String, String>> bySource) {

    /** The member for everything that the catalogue does not describe. */
    public static final String UNKNOWN = "unknown";

    public DerivedMembers {
        bySource = Map.copyOf(bySource);
    }

    public static DerivedMembers of(Dimension derived, Map<String, String> bySource) {
        return new DerivedMembers(Map.of(derived, bySource));
    }

    /** The member of the derived dimension for a member of its source. */
    public String of(Dimension derived, String source) {
        return bySource.getOrDefault(derived, Map.of()).getOrDefault(source, UNKNOWN);
    }

    /** A copy with other members of the derived dimension for some members of its source. */
    public DerivedMembers with(Dimension derived, Map<String, String> others) {
        Map<Dimension, Map<String, String>> all = new EnumMap<>(Dimension.class);
        all.putAll(bySource);
        Map<String, String> changed = new HashMap<>(bySource.getOrDefault(derived, Map.of()));
        changed.putAll(others);
        all.put(derived, changed);
        return new DerivedMembers(all);
    }
}
