package kz.qadam.supplychain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a service is made of: all libraries that it uses at run time, also those that its libraries bring. */
record BillOfMaterials(String service, List<Component> components) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final List<String> SERVICES = List.of("enrolment-service", "progress-service", "reporting-service");

    /** The bills of the three services, which the build has made with -Dbills. */
    static List<BillOfMaterials> ofAll(Path repository) throws IOException {
        List<BillOfMaterials> all = new ArrayList<>();
        for (String service : SERVICES) {
            all.add(read(service, fileOf(repository, service)));
        }
        return all;
    }

    static Path fileOf(Path repository, String service) {
        return repository.resolve(service).resolve("target").resolve(service + "-sbom.json");
    }

    /** Reads a bill in CycloneDX's JSON. The project's own modules are no components. */
    static BillOfMaterials read(String service, Path file) throws IOException {
        List<Component> components = new ArrayList<>();
        for (JsonNode component : JSON.readTree(file.toFile()).path("components")) {
            Component read = Component.of(component);
            if (!read.group().equals("kz.qadam")) {
                components.add(read);
            }
        }
        return new BillOfMaterials(service, List.copyOf(components));
    }
}
