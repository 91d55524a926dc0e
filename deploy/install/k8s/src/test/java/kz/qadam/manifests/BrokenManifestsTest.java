package kz.qadam.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file in {@code broken} spoils the manifests for production in one place, by a patch as kustomize has them, and says
 * why they are then refused.
 */
class BrokenManifestsTest {

    private static final Path BROKEN = Kustomize.HOME.resolve("broken");
    private static final String EXPECTED = "# Refused: ";

    private static List<Manifest> production;

    @BeforeAll
    static void render() {
        production = Overlay.rendered("production").manifests();
    }

    static List<String> broken() throws IOException {
        try (var files = Files.list(BROKEN)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("broken")
    void broken_manifests_are_refused(String name) throws IOException {
        String expected = Files.readAllLines(BROKEN.resolve(name)).get(0).substring(EXPECTED.length());
        List<Manifest> spoilt = production;
        for (JsonNode patch : Kustomize.read(BROKEN.resolve(name)).path("patches")) {
            spoilt = ManifestPatch.of(patch).applyTo(spoilt);
        }

        List<String> faults = Overlay.of("production", spoilt).faults();

        assertThat(faults).anyMatch(fault -> fault.contains(expected));
    }

    @Test
    void many_ways_to_break_them_are_tried() throws IOException {
        assertThat(broken()).hasSizeGreaterThan(100);
    }
}
