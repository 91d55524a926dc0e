package kz.qadam.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line of one trail says of another: that this segment was sealed, and with which manifest.
 *
 * @param digest SHA-256 of the manifest
 * @param stream whose segment it is
 * @param path where its files are, without their ending
 */
record Anchor(String digest, String stream, String path) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KIND = "\"kind\":\"anchor\"";
    private static final Pattern CHECK_LINE =
            Pattern.compile("([0-9a-f]{64})  (([a-z.]+)/[0-9]+/[0-9]{4}/[0-9]{9})\\.manifest");

    /** The anchor in a line; empty if it is about something else. */
    static Optional<Anchor> in(String line) {
        if (!line.contains(KIND)) {
            return Optional.empty();
        }
        try {
            JsonNode entry = JSON.readTree(line);
            Matcher said = CHECK_LINE.matcher(entry.path("subject").asText());
            return entry.path("kind").asText().equals("anchor") && said.matches()
                    ? Optional.of(new Anchor(said.group(1), said.group(3), said.group(2)))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    int epoch() {
        return Integer.parseInt(path.split("/", -1)[1]);
    }

    long number() {
        return Long.parseLong(path.split("/", -1)[3]);
    }
}
