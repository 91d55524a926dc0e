package kz.qadam.enrolment;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The contracts of events, as their publishers keep them. */
public final class Contracts {

    private static final String FOLDER = "src/main/resources/META-INF/resources/contracts";

    /** Schemas refer to the state of their family by this address. */
    private static final String ADDRESS = "https://qadam.kz/contracts/";

    private Contracts() {}

    /** What is wrong with an event of this service. */
    public static List<Error> faults(String type, String json) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Contracts::schema))
                .getSchema(text(Path.of(FOLDER, type, "schema.json")), InputFormat.JSON)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static String schema(String address) {
        return address.startsWith(ADDRESS) ? text(Path.of(FOLDER, address.substring(ADDRESS.length()))) : null;
    }

    /** All golden examples of a module whose types begin so. */
    public static List<Path> examples(String module, String types) {
        try (var all = Files.walk(Path.of("..", module, FOLDER))) {
            return all.filter(file -> file.getParent().endsWith("examples"))
                    .filter(file -> typeOf(file).startsWith(types))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String typeOf(Path example) {
        return example.getParent().getParent().getFileName().toString();
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
