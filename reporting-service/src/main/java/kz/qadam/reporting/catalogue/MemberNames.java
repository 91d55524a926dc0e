package kz.qadam.reporting.catalogue;

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

/**
 * The names of members that no event describes, such as regions: from one file for each such dimension, {@code
 * {code}s.json}, with the title of the dimension and its members in three languages. Its members are also the values that
 * events may name.
 */
public final class MemberNames {

    public static final LocalizedName TOTAL = new LocalizedName("Барлығы", "Всего", "Total");

    private static final Map<Dimension, DimensionNames> MEMBERS = read();

    private record DimensionNames(LocalizedName title, TreeMap<String, LocalizedName> members) {}

    private MemberNames() {}

    /** All members of a dimension with their names, including unknown. Empty if the catalogue describes the members. */
    public static Optional<SortedMap<String, LocalizedName>> of(Dimension dimension) {
        return Optional.ofNullable(MEMBERS.get(dimension))
                .map(DimensionNames::members)
                .map(Collections::unmodifiableSortedMap);
    }

    /** The title of a dimension with a file. */
    public static LocalizedName title(Dimension dimension) {
        return MEMBERS.get(dimension).title();
    }

    /** Whether a dimension may have the member; always true for a dimension whose members the catalogue describes. */
    public static boolean mayHave(Dimension dimension, String member) {
        return of(dimension).map(members -> members.containsKey(member)).orElse(true);
    }

    /** The members that a description may name: all except unknown. */
    static Set<String> known(Dimension dimension) {
        return MEMBERS.get(dimension).members().keySet().stream()
                .filter(member -> !member.equals(DerivedMembers.UNKNOWN))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<Dimension, DimensionNames> read() {
        Map<Dimension, DimensionNames> all = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            try (InputStream json = MemberNames.class.getResourceAsStream("/%ss.json".formatted(dimension.code()))) {
                if (json != null) {
                    all.put(dimension, new ObjectMapper().readValue(json, DimensionNames.class));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
