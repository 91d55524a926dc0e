package kz.qadam.supplychain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Known vulnerabilities, in OSV's format: a zip as osv.dev exports it, or a directory. Nothing is fetched. */
record AdvisoryDatabase(Path place) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A known vulnerability of a component.
     *
     * @param advisory the vulnerability, as its database describes it
     */
    record Finding(Component component, SecurityAdvisory advisory) {

        @Override
        public String toString() {
            return component + ": " + advisory;
        }
    }

    /**
     * What was found.
     *
     * @param read how many advisories the database has
     */
    record Result(int read, List<Finding> findings) {}

    Result about(Collection<Component> components) throws IOException {
        return Files.isDirectory(place) ? inDirectory(components) : inZip(components);
    }

    private Result inDirectory(Collection<Component> components) throws IOException {
        List<Finding> findings = new ArrayList<>();
        int read = 0;
        try (var files = Files.walk(place)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (file.toString().endsWith(".json")) {
                    add(findings, JSON.readTree(file.toFile()), components);
                    read++;
                }
            }
        }
        return new Result(read, findings);
    }

    private Result inZip(Collection<Component> components) throws IOException {
        List<Finding> findings = new ArrayList<>();
        int read = 0;
        try (var zip = new ZipFile(place.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".json")) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        add(findings, JSON.readTree(content), components);
                    }
                    read++;
                }
            }
        }
        return new Result(read, findings);
    }

    private static void add(List<Finding> findings, JsonNode json, Collection<Component> components) {
        SecurityAdvisory advisory = SecurityAdvisory.of(json);
        components.stream()
                .filter(advisory::affects)
                .map(component -> new Finding(component, advisory))
                .forEach(findings::add);
    }
}
