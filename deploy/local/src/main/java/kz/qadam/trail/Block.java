package kz.qadam.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** A block of a chain, as a service shows it. */
record Block(
        String instance,
        long number,
        Instant firstAt,
        Instant lastAt,
        Instant chainedAt,
        String hashBefore,
        String hash,
        List<Link> links) {

    /** An entry in its place: its id, and the hash after it. */
    record Link(String id, String hash) {}

    static Block of(JsonNode json) {
        return new Block(
                json.path("instance").asText(),
                json.path("number").asLong(),
                Instant.parse(json.path("firstAt").asText()),
                Instant.parse(json.path("lastAt").asText()),
                Instant.parse(json.path("chainedAt").asText()),
                json.path("hashBefore").asText(),
                json.path("hash").asText(),
                StreamSupport.stream(json.path("entries").spliterator(), false)
                        .map(entry -> new Link(
                                entry.path("id").asText(), entry.path("hash").asText()))
                        .toList());
    }
}
