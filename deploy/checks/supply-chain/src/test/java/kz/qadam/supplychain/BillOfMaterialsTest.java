package kz.qadam.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bills that this build has made of the services. */
@Tag("bills")
class BillOfMaterialsTest {

    private static final Path REPOSITORY = Path.of("../../..");

    @Test
    void every_service_uses_libraries_under_licences_of_the_list_only() throws IOException {
        var licences = Licences.read(Path.of("licences.txt"));

        for (BillOfMaterials bill : BillOfMaterials.ofAll(REPOSITORY)) {
            assertThat(licences.refused(bill)).isEmpty();
        }
    }

    @Test
    void a_bill_has_what_runs_and_not_what_only_tests() throws IOException {
        for (BillOfMaterials bill : BillOfMaterials.ofAll(REPOSITORY)) {
            List<String> names =
                    bill.components().stream().map(Component::coordinates).toList();

            assertThat(names)
                    .contains("io.quarkus:quarkus-rest-jackson", "org.postgresql:postgresql", "org.jdbi:jdbi3-core")
                    .doesNotContain("org.assertj:assertj-core", "org.apache.kafka:kafka_2.13");
        }
    }

    @Test
    void a_bill_of_the_same_source_is_the_same() throws IOException {
        for (String service : BillOfMaterials.SERVICES) {
            assertThat(Files.readString(BillOfMaterials.fileOf(REPOSITORY, service)))
                    .doesNotContain("\"timestamp\"");
        }
    }
}
