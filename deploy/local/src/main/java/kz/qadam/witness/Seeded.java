package kz.qadam.witness;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The values of each variable of {@link CallFile} for a seeded suite, such as the ids of some completions, and the
 * instants at which the suite was idle.
 */
public record Seeded(Map<String, List<String>> variables) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Seeded read(Path file) throws IOException {
        return new Seeded(JSON.readValue(file.toFile(), new TypeReference<>() {}));
    }

    public void write(Path file) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), variables);
    }
}
