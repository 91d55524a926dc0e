package kz.qadam.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A block that a service has sent away.
 *
 * @param holder who has kept it: another service, or a file
 * @param service whose trail it is
 */
record Head(String holder, String service, String instance, long number, String hash, Instant chainedAt) {

    static Head of(String holder, JsonNode json) {
        return new Head(
                holder,
                json.path("service").asText(),
                json.path("instance").asText(),
                json.path("number").asLong(),
                json.path("hash").asText(),
                Instant.parse(json.path("chainedAt").asText()));
    }
}
