package kz.qadam.reporting.rollup;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Which member of a derived dimension each member of its source belongs to, as far as the catalogue describes it.
 *
 * @param bySource by dimension and member of its source
 */
public record DerivedMembers(Map<Dimension, Map<String, String>> bySource) {

    /** What belongs to no member that is known. */
    public static final String UNKNOWN = "unknown";

    public DerivedMembers {
        bySource = Map.copyOf(bySource);
    }

    public static DerivedMembers of(Dimension derived, Map<String, String> bySource) {
        return new DerivedMembers(Map.of(derived, bySource));
    }

    /** The member that a member of the source belongs to. */
    public String of(Dimension derived, String source) {
        return bySource.getOrDefault(derived, Map.of()).getOrDefault(source, UNKNOWN);
    }

    /** The same, but for some members of a source. */
    public DerivedMembers with(Dimension derived, Map<String, String> others) {
        Map<Dimension, Map<String, String>> all = new EnumMap<>(Dimension.class);
        all.putAll(bySource);
        Map<String, String> changed = new HashMap<>(bySource.getOrDefault(derived, Map.of()));
        changed.putAll(others);
        all.put(derived, changed);
        return new DerivedMembers(all);
    }
}
