package kz.qadam.reporting.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import kz.qadam.reporting.catalogue.Names;

/** The position of a region on the tile map, a grid of seven columns and five rows, and its abbreviation. */
public record Tile(int column, int row, Names brief) {

    static final Map<String, Tile> ALL = read();

    private static Map<String, Tile> read() {
        try (InputStream json = Tile.class.getResourceAsStream("/tiles.json")) {
            return new ObjectMapper().readValue(json, new TypeReference<Map<String, Tile>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
