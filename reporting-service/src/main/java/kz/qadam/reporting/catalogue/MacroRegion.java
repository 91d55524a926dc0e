package kz.qadam.reporting.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the country that has several regions, by the usual economic and geographical division: north, south, west,
 * east and centre.
 *
 * @param code such as {@code north}
 * @param regions the codes of its regions
 */
public record MacroRegion(String code, LocalizedName names, List<String> regions) {

    private static final Map<String, MacroRegion> ALL = read();

    private record Described(LocalizedName names, List<String> regions) {}

    public MacroRegion {
        regions = List.copyOf(regions);
    }

    /** All of them, in the order of the file. Each region is in one of them; {@code unknown} is in none. */
    public static List<MacroRegion> all() {
        return List.copyOf(ALL.values());
    }

    /** The one with a code. */
    public static Optional<MacroRegion> find(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    /** The one that contains a region; empty for {@code unknown}. */
    public static Optional<MacroRegion> of(String region) {
        return ALL.values().stream().filter(one -> one.regions.contains(region)).findFirst();
    }

    private static Map<String, MacroRegion> read() {
        try (InputStream json = MacroRegion.class.getResourceAsStream("/macro-regions.json")) {
            Map<String, MacroRegion> all = new LinkedHashMap<>();
            new ObjectMapper()
                    .readValue(json, new TypeReference<LinkedHashMap<String, Described>>() {})
                    .forEach((code, one) -> all.put(code, new MacroRegion(code, one.names(), one.regions())));
            return Collections.unmodifiableMap(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
