package kz.qadam.reporting.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.qadam.reporting.rollup.DerivedMembers;
import kz.qadam.reporting.rollup.Dimension;

/** The names of what no catalogue describes, by code: from a file for each dimension that has such members. */
public final class Labels {

    public static final Names TOTAL = new Names("Барлығы", "Всего", "Total");

    private static final Map<Dimension, SortedMap<String, Names>> MEMBERS = read();

    private Labels() {}

    /** All members of a dimension with their names; unknown is one. Empty if the catalogue describes them. */
    public static Optional<SortedMap<String, Names>> of(Dimension dimension) {
        return Optional.ofNullable(MEMBERS.get(dimension));
    }

    /** Whether a dimension has such a member; of one that the catalogue describes it cannot be said here. */
    public static boolean mayHave(Dimension dimension, String member) {
        return of(dimension).map(members -> members.containsKey(member)).orElse(true);
    }

    /** The members that a description may name: all but unknown. */
    static Set<String> known(Dimension dimension) {
        return MEMBERS.get(dimension).keySet().stream()
                .filter(member -> !member.equals(DerivedMembers.UNKNOWN))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<Dimension, SortedMap<String, Names>> read() {
        Map<Dimension, SortedMap<String, Names>> all = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            try (InputStream json = Labels.class.getResourceAsStream("/%ss.json".formatted(dimension.code()))) {
                if (json != null) {
                    all.put(
                            dimension,
                            Collections.unmodifiableSortedMap(new ObjectMapper()
                                    .readValue(json, new TypeReference<TreeMap<String, Names>>() {})));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
