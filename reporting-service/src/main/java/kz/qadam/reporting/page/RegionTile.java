package kz.qadam.reporting.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import kz.qadam.reporting.catalogue.LocalizedName;

/** The position of a region, or of a macro-region, on the tile map, a grid of seven columns and five rows, and its
 * abbreviation. A macro-region has no place of a region that is not in it. */
public record RegionTile(int column, int row, LocalizedName brief) {

    static final Map<String, RegionTile> ALL = read();

    private static Map<String, RegionTile> read() {
        try (InputStream json = RegionTile.class.getResourceAsStream("/tiles.json")) {
            return new ObjectMapper().readValue(json, new TypeReference<Map<String, RegionTile>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
