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

/** The regions of ISO 3166-2:KZ, and what has none. */
final class Regions {

    static final SortedMap<String, Names> NAMES = Collections.unmodifiableSortedMap(read());

    private Regions() {}

    private static SortedMap<String, Names> read() {
        try (InputStream json = Regions.class.getResourceAsStream("/regions.json")) {
            return new ObjectMapper().readValue(json, new TypeReference<TreeMap<String, Names>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
