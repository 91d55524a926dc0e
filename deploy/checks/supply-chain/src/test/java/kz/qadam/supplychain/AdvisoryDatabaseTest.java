package kz.qadam.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the advisory about Log4Shell as GitHub published it, shortened to what is read. */
class AdvisoryDatabaseTest {

    private static final String LOG4SHELL = "GHSA-jfh8-c2jp-5v3q.json";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"2.0-beta9", "2.3", "2.4", "2.12.1", "2.13.0", "2.14.1", "2.15.0-rc1"})
    void a_vulnerable_version_is_found(String version) throws IOException {
        var result = database().about(List.of(log4j(version)));

        assertThat(result.read()).isEqualTo(1);
        assertThat(result.findings()).singleElement().asString().isEqualTo("""
                org.apache.logging.log4j:log4j-core:%s: GHSA-jfh8-c2jp-5v3q (CVE-2021-44228) Remote code injection in Log4j""".formatted(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.3.1", "2.3.2", "2.12.2", "2.12.4", "2.15.0", "2.25.1"})
    void a_fixed_version_is_not_found(String version) throws IOException {
        assertThat(database().about(List.of(log4j(version))).findings()).isEmpty();
    }

    @Test
    void a_library_with_a_similar_name_is_not_found() throws IOException {
        var api = new Component("org.apache.logging.log4j", "log4j-api", "2.14.1", Set.of());

        assertThat(database().about(List.of(api)).findings()).isEmpty();
    }

    @Test
    void a_withdrawn_advisory_concerns_nobody() throws IOException {
        var json = new ObjectMapper();
        Path file = Files.writeString(directory.resolve("one.json"), advisory());
        ObjectNode withdrawn = (ObjectNode) json.readTree(file.toFile());
        json.writeValue(file.toFile(), withdrawn.put("withdrawn", "2022-01-01T00:00:00Z"));

        assertThat(new AdvisoryDatabase(directory)
                        .about(List.of(log4j("2.14.1")))
                        .findings())
                .isEmpty();
    }

    @Test
    void a_directory_is_read_like_a_zip() throws IOException {
        Files.writeString(Files.createDirectories(directory.resolve("2021/12")).resolve("one.json"), advisory());

        assertThat(new AdvisoryDatabase(directory)
                        .about(List.of(log4j("2.14.1")))
                        .findings())
                .hasSize(1);
    }

    private AdvisoryDatabase database() throws IOException {
        Path zip = directory.resolve("all.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(LOG4SHELL));
            out.write(advisory().getBytes(StandardCharsets.UTF_8));
        }
        return new AdvisoryDatabase(zip);
    }

    private static String advisory() throws IOException {
        try (InputStream content = AdvisoryDatabaseTest.class.getResourceAsStream(LOG4SHELL)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Component log4j(String version) {
        return new Component("org.apache.logging.log4j", "log4j-core", version, Set.of("Apache-2.0"));
    }
}
