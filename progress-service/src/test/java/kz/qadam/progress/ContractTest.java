package kz.qadam.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class ContractTest {

    private static final Path CONTRACTS = Path.of("src/main/resources/META-INF/resources/contracts");

    /** Schemas refer to the state of their family by this address. */
    private static final String ADDRESS = "https://qadam.kz/contracts/";

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(CONTRACTS)) {
            return files.filter(p -> p.getParent().endsWith("examples"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_ever_published_still_fits_its_schema(Path example) throws IOException {
        String type = example.getParent().getParent().getFileName().toString();

        assertThat(faults(type, Files.readString(example))).isEmpty();
    }

    /** What is wrong with the data of an event of this type; formats are asserted too. */
    public static List<?> faults(String type, String data) {
        try {
            Schema schema = SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(ContractTest::schema))
                    .getSchema(Files.readString(CONTRACTS.resolve(type).resolve("schema.json")), InputFormat.JSON);
            return schema.validate(
                    data, InputFormat.JSON, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String schema(String address) {
        try {
            return address.startsWith(ADDRESS)
                    ? Files.readString(CONTRACTS.resolve(address.substring(ADDRESS.length())))
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
