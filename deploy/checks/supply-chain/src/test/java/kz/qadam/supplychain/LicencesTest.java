package kz.qadam.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicencesTest {

    private static final Path BILL = Path.of("src/test/resources/kz/qadam/supplychain/bill.json");

    @TempDir
    Path directory;

    @Test
    void a_component_needs_a_licence_of_the_list() throws IOException {
        var licences = Licences.read(Files.writeString(directory.resolve("licences.txt"), """
                # A comment
                Apache-2.0
                MIT # another one
                org.example:read = Apache-2.0
                """));

        assertThat(licences.refused(BillOfMaterials.read("toy-service", BILL)))
                .containsExactly(
                        "org.example:unknown:1.0 of toy-service has the licence A licence that nobody knows,"
                                + " which is not in the list",
                        "org.example:silent:1.0 of toy-service has the licence (none), which is not in the list");
    }
}
