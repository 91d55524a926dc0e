package kz.qadam.reporting.figures;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.qadam.reporting.catalogue.Names;

/** The names of what no catalogue describes, by code. */
public final class Labels {

    static final String UNKNOWN = "unknown";

    /** The regions of ISO 3166-2:KZ, and what has none. */
    static final SortedMap<String, Names> REGIONS = read("/regions.json");

    /** The orientations of the Digital Code, and what belongs to none that is known. */
    static final SortedMap<String, Names> AREAS = read("/areas.json");

    static final Names TOTAL = new Names("Барлығы", "Всего", "Total");

    private Labels() {}

    /** Whether there is such a region; unknown is one. */
    public static boolean isRegion(String code) {
        return REGIONS.containsKey(code);
    }

    /** Whether there is such an area; unknown is one. */
    public static boolean isArea(String code) {
        return AREAS.containsKey(code);
    }

    private static SortedMap<String, Names> read(String file) {
        try (InputStream json = Labels.class.getResourceAsStream(file)) {
            return Collections.unmodifiableSortedMap(
                    new ObjectMapper().readValue(json, new TypeReference<TreeMap<String, Names>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
