package kz.qadam.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in {@code broken} spoils the manifests for production in one place, and says why they are then refused. */
class BrokenManifestsTest {

    private static final Path BROKEN = Kustomize.HOME.resolve("broken");
    private static final String EXPECTED = "# Refused: ";

    private static String production;

    @TempDir
    Path directory;

    @BeforeAll
    static void render() {
        production = Kustomize.render(Kustomize.HOME.resolve("overlays/production"));
    }

    static List<String> broken() throws IOException {
        try (var files = Files.list(BROKEN)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("broken")
    void broken_manifests_are_refused(String name) throws IOException {
        String patches = Files.readString(BROKEN.resolve(name));
        Files.writeString(directory.resolve("production.yaml"), production);
        Files.writeString(directory.resolve("kustomization.yaml"), "resources: [production.yaml]\n" + patches);

        var faults = Overlay.of("production", Kustomize.render(directory)).faults();

        String expected = patches.lines().findFirst().orElseThrow().substring(EXPECTED.length());
        assertThat(faults).anySatisfy(fault -> assertThat(fault).contains(expected));
    }

    @Test
    void many_ways_to_break_them_are_tried() throws IOException {
        assertThat(broken()).hasSizeGreaterThan(60);
    }
}
