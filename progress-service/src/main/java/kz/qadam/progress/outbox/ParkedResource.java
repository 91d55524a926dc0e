package kz.qadam.progress.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.numbers.PersonalNumber;
import kz.qadam.chassis.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What stays where it is until somebody looks at it. */
@Path("/v1/parked")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class ParkedResource {

    /** What is stuck, the oldest first and at most a thousand of each. */
    @Schema(name = "Parked")
    public record Parked(
            @Schema(description = "Events that Kafka will never take; each holds up what shares its key.")
            List<ParkedEvent> events,

            @Schema(description = "Events of the other services that could not be read here.")
            List<UnreadEvent> deadLetters) {}

    /** An event of this service. */
    @Schema(name = "ParkedEvent")
    public record ParkedEvent(
            UUID id,

            @Schema(examples = "kz.qadam.completion.recorded.v1")
            String type,

            @Schema(examples = "0199a1c2-7b11-7c3e-8d11-5b8f6a7c1e02")
            String subject,

            Instant time,
            @Schema(examples = "RecordTooLargeException") String reason,

            @Schema(description = "How many wait behind it under the same key.")
            int heldUp) {}

    /** An event of another service. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UnreadEvent")
    public record UnreadEvent(
            UUID id,
            @Schema(examples = "qadam.enrolments") String topic,
            int partition,
            long offset,

            @Schema(examples = "kz.qadam.enrolment.enrolled.v1")
            String type,

            String subject,
            Instant receivedAt,
            String reason) {}

    private static final String EVENTS = """
            select id, type, subject, time, parked,
                   (select count(*) from outbox o where o.key = p.key and o.parked is null)
              from outbox p where parked is not null order by seq limit 1000
            """;

    private static final String DEAD_LETTERS = """
            select id, topic, partition, record_offset, event_type, subject, received_at, reason
              from dead_letter where resolved_at is null order by id limit 1000
            """;

    private final Database database;

    ParkedResource(Database database) {
        this.database = database;
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getParked",
            summary = "What this service could not send, or not read",
            description =
                    "Empty while all is well. Nothing of it is lost: a parked event is sent again when its mark is"
                            + " taken off, and of a dead letter its source has the original.")
    public Parked parked() {
        return database.transaction(handle -> new Parked(
                handle.createQuery(EVENTS)
                        .map((row, context) -> new ParkedEvent(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                PersonalNumber.masked(row.getString(3)),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getString(5),
                                row.getInt(6)))
                        .list(),
                handle.createQuery(DEAD_LETTERS)
                        .map((row, context) -> new UnreadEvent(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getInt(3),
                                row.getLong(4),
                                row.getString(5),
                                PersonalNumber.masked(row.getString(6)),
                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                row.getString(8)))
                        .list()));
    }
}
