package kz.qadam.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.json.Json;
import jakarta.json.JsonPatch;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A patch of a kustomization (RFC 6902), applied without a process of kustomize for each.
 *
 * @param name of the documents that it changes; a regular expression
 */
record ManifestPatch(String kind, Pattern name, JsonPatch operations) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ManifestPatch of(JsonNode patch) {
        try {
            JsonNode operations = new YAMLMapper().readTree(patch.path("patch").asText());
            try (var reader = Json.createReader(new StringReader(operations.toString()))) {
                return new ManifestPatch(
                        patch.at("/target/kind").asText(),
                        Pattern.compile(patch.at("/target/name").asText(".*")),
                        Json.createPatch(reader.readArray()));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    List<Manifest> applyTo(List<Manifest> manifests) {
        if (manifests.stream().noneMatch(this::means)) {
            throw new IllegalArgumentException("There is no " + kind + " " + name);
        }
        return manifests.stream()
                .map(manifest -> means(manifest) ? patched(manifest) : manifest)
                .toList();
    }

    private boolean means(Manifest manifest) {
        return manifest.is(kind) && name.matcher(manifest.name()).matches();
    }

    private Manifest patched(Manifest manifest) {
        try (var reader = Json.createReader(new StringReader(manifest.content().toString()))) {
            return new Manifest(
                    JSON.readTree(operations.apply(reader.readObject()).toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
