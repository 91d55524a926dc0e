package kz.qadam.reporting.catalogue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.qadam.reporting.rollup.DerivedMembers;
import kz.qadam.reporting.rollup.Dimension;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads from the catalogue, for each member of a source dimension, the member of the derived dimension that it belongs
 * to.
 */
public final class DerivedMemberReader {

    /** The {@code kind} of a description is the name of the dimension that it describes. */
    private static final String DESCRIBED = """
            select '%1$s' as dimension, code, coalesce(data::json ->> '%1$s', 'unknown') as member
              from catalogue_fact where kind = '%2$s'
            """;

    private static final String NOW = " and to_batch = 9223372036854775807";

    /** One statement for all derived dimensions, since each batch runs it. */
    private static final String SOME = Dimension.DERIVED.stream()
            .map(derived -> described(derived)
                    + NOW
                    + " and code = any(:%s)".formatted(derived.source().code()))
            .collect(Collectors.joining(" union all "));

    private DerivedMemberReader() {}

    /**
     * Reads the members of all derived dimensions, as known now.
     *
     * @param sources the members of each source dimension to read
     */
    public static DerivedMembers of(Handle database, Map<Dimension, Set<String>> sources) {
        if (sources.isEmpty()) {
            return new DerivedMembers(Map.of());
        }
        Map<Dimension, Map<String, String>> all = new EnumMap<>(Dimension.class);
        var query = database.createQuery(SOME);
        Dimension.DERIVED.stream()
                .map(Dimension::source)
                .forEach(
                        source -> query.bindArray(source.code(), String.class, sources.getOrDefault(source, Set.of())));
        query.map((row, context) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .forEach(row -> all.computeIfAbsent(
                                Dimension.breakdown(row.get(0)).orElseThrow(), derived -> new HashMap<>())
                        .put(row.get(1), row.get(2)));
        return new DerivedMembers(all);
    }

    /** Reads one derived dimension completely, as known now. */
    public static DerivedMembers all(Handle database, Dimension derived) {
        return DerivedMembers.of(derived, bySource(database.createQuery(described(derived) + NOW)));
    }

    /** Reads one derived dimension as known at a batch: its member by member of the source dimension. */
    public static Map<String, String> at(Handle database, long batch, Dimension derived) {
        return bySource(database.createQuery(described(derived) + " and from_batch <= :batch and to_batch > :batch")
                .bind("batch", batch));
    }

    private static Map<String, String> bySource(Query query) {
        Map<String, String> all = new HashMap<>();
        query.map((row, context) -> Map.entry(row.getString("code"), row.getString("member")))
                .forEach(one -> all.put(one.getKey(), one.getValue()));
        return all;
    }

    private static String described(Dimension derived) {
        return DESCRIBED.formatted(derived.code(), derived.source().name());
    }
}
