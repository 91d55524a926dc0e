package kz.qadam.reporting.audit.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.security.AccessScope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/**
 * An event as received.
 *
 * @param data the JSON, byte for byte; a string if the data is not JSON
 */
@Schema(name = "Event", description = "An event as received, and since when it is known.")
record EventView(
        UUID eventId,

        @Schema(examples = "kz.qadam.completion.recorded.v1")
        String type,

        String source,
        String subject,

        @Schema(description = "The version of the subject, from 1.", nullable = true)
        Long version,

        Instant time,
        @Schema(examples = "qadam.completions") String topic,
        int partition,
        long offset,
        @Schema(nullable = true) String key,

        @Schema(description = "The batch since which it is known.")
        long batch,

        @Schema(description = "The instant since which it is known.")
        Instant knownSince,

        @JsonRawValue
        @Schema(
                description = "The data as published; the reference of an erased learner is overwritten.",
                implementation = Map.class)
        String data) {

    private static final String FIND = """
            select event.*, batch.instant as known_since
              from event_log event join intake_batch batch on batch.number = event.batch
             where event.event_id = :id and event.batch <= :batch
            """;

    private static final TableColumns<EventView> ROW =
            TableColumns.of(EventView.class, Map.of("version", "subject_version", "offset", "record_offset"));

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An event of an unknown type may carry data that is not JSON. */
    EventView {
        try {
            JSON.readTree(data);
        } catch (JsonProcessingException e) {
            data = TextNode.valueOf(data).toString();
        }
    }

    /** Whether its data name what is in the access scope; an event that names no region is in none. */
    boolean isWithin(AccessScope scope) {
        try {
            JsonNode members = JSON.readTree(data);
            return scope.sees(
                    members.path("institution").asText(null),
                    members.path("region").asText(null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The data are JSON from the beginning", e);
        }
    }

    static Optional<EventView> find(Handle database, UUID id, long batch) {
        return database.createQuery(FIND)
                .bind("id", id)
                .bind("batch", batch)
                .map(ROW)
                .findOne();
    }
}
