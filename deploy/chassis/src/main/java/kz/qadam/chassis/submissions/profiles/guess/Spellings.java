package kz.qadam.chassis.submissions.profiles.guess;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How other systems write tables of one kind.
 *
 * @param columns the headers of each column of the template, the likeliest first
 * @param ruled the headers of columns that say whether a row counts
 * @param kept what such a column says in a row that counts
 */
public record Spellings(Map<String, List<String>> columns, List<String> ruled, List<String> kept) {

    /** Reads a JSON file that is in the folder of a class. */
    public static Spellings of(Class<?> beside, String file) {
        try (InputStream read = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            return new ObjectMapper().readValue(read, Spellings.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
