package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What deploy/images repeats, since an image contains nothing of the launcher. */
class ImageTest {

    private static final Path IMAGES = Path.of("..", "images");
    private static final int RELEASE = 25;

    @Test
    void the_jvm_of_an_image_has_the_options_of_the_launcher_and_half_of_the_memory() throws IOException {
        List<String> options = Files.readAllLines(IMAGES.resolve("java.options"));

        assertThat(options).containsAll(Jvm.optionsOf(RELEASE)).contains("-XX:MaxRAMPercentage=50", "-Xlog:aot*=error");
        assertThat(options).hasSize(Jvm.optionsOf(RELEASE).size() + 2);
    }

    @Test
    void every_service_has_an_image() throws IOException {
        String steps = Files.readString(IMAGES.resolve("steps.sh"));

        assertThat(List.of(Service.values()))
                .allSatisfy(service -> assertThat(steps).containsPattern("services=\\(.*" + service.module()));
    }
}
