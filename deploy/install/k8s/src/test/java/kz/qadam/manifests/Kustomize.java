package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian's kustomize, and what it and the scripts of deploy/install/k8s print. */
final class Kustomize {

    static final Path REPOSITORY = Path.of("../../..").toAbsolutePath().normalize();
    static final Path HOME = REPOSITORY.resolve("deploy/install/k8s");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Kustomize() {}

    static List<Manifest> render(Path directory) {
        return parse(output("kustomize", "build", directory.toString()));
    }

    /** The Secrets that a script makes for an overlay. */
    static List<Manifest> secrets(String overlay) {
        return parse(output(HOME.resolve("secrets").toString(), overlay));
    }

    private static List<Manifest> parse(String documents) {
        try (var all = YAML.readerFor(JsonNode.class).<JsonNode>readValues(documents)) {
            return all.readAll().stream()
                    .filter(JsonNode::isObject)
                    .map(Manifest::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String output(String... command) {
        try {
            Path errors = Files.createTempFile("errors", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectError(errors.toFile())
                        .start();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalArgumentException(Files.readString(errors).strip());
                }
                return output;
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a command runs", e);
        }
    }
}
