package kz.qadam.chassis.base.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    private static final String PASSWORD = "quarkus.datasource.password";

    @TempDir
    Path mounted;

    private SmallRyeConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(PASSWORD, "of the source tree"), "application", 250))
                .withSources(new PropertiesConfigSource(environment, "environment", 300))
                .withSources(new SecretFiles())
                .build();
    }

    /** A file as Kubernetes mounts it: a link into a directory that is exchanged as a whole. */
    private void mount(String name, String content) throws IOException {
        Path data = Files.createDirectories(mounted.resolve("..2026_11_27"));
        Files.writeString(data.resolve(name), content);
        Files.createSymbolicLink(mounted.resolve("..data"), data.getFileName());
        Files.createSymbolicLink(mounted.resolve(name), Path.of("..data", name));
    }

    @Test
    void a_mounted_secret_replaces_the_value_of_the_source_tree() throws IOException {
        mount(PASSWORD, "s3cret");

        var config = config(Map.of("qadam.secrets", mounted.toString()));

        assertThat(config.getValue(PASSWORD, String.class)).isEqualTo("s3cret");
    }

    @Test
    void a_variable_replaces_a_mounted_secret() throws IOException {
        mount(PASSWORD, "s3cret");

        var config = config(Map.of("qadam.secrets", mounted.toString(), PASSWORD, "of the environment"));

        assertThat(config.getValue(PASSWORD, String.class)).isEqualTo("of the environment");
    }

    @Test
    void without_directories_nothing_changes() {
        assertThat(config(Map.of()).getValue(PASSWORD, String.class)).isEqualTo("of the source tree");
    }

    @Test
    void a_service_does_not_start_without_a_directory_that_it_is_given() {
        Path missing = mounted.resolve("missing");

        assertThatThrownBy(() -> config(Map.of("qadam.secrets", missing.toString())))
                .hasMessageContaining(missing + ", which is not a directory");
    }
}
