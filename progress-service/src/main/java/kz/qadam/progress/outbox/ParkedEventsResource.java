package kz.qadam.progress.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.deadletter.DeadLetterView;
import kz.qadam.chassis.events.kafka.ParkedEvent;
import kz.qadam.chassis.events.kafka.ParkedEventResource;
import kz.qadam.chassis.events.kafka.ParkedEvents;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows the events that wait for the office. */
@Path("/v1/parked")
@Tag(name = "Operations")
public class ParkedEventsResource extends ParkedEventResource {

    /** The waiting events, oldest first, at most a thousand of each kind. */
    @Schema(name = "Parked")
    public record Parked(
            @Schema(
                    description = "Events that Kafka can never take as they are; each of them delays later events"
                            + " with the same key.")
            List<ParkedEvent> events,

            @Schema(description = "Events of other services that this service could not read.")
            List<UnreadEvent> deadLetters) {}

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
            String reason) {

        public UnreadEvent {
            type = DeadLetterView.masked(type);
            subject = DeadLetterView.masked(subject);
        }
    }

    private static final TableColumns<UnreadEvent> DEAD_LETTER =
            TableColumns.of(UnreadEvent.class, Map.of("offset", "record_offset", "type", "event_type"));

    private static final String DEAD_LETTERS = """
            select %s from dead_letter where resolved_at is null order by id limit 1000
            """.formatted(DEAD_LETTER.names());

    private final Database database;
    private final ParkedEvents parked;

    ParkedEventsResource(Database database, ParkedEvents parked, Batch batch, Caller caller) {
        super(parked, batch, caller);
        this.database = database;
        this.parked = parked;
    }

    @GET
    @NotInTrail("It is about events that wait, and shows nothing of people.")
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getParked",
            summary = "Events that this service could not send or read",
            description = "Normally empty. No event is lost: a parked event waits until the office sends it again or"
                    + " discards it, and the service that published a dead letter still has the original.")
    public Parked parked() {
        List<ParkedEvent> events = parked.all();
        return database.transaction(handle -> new Parked(
                events, handle.createQuery(DEAD_LETTERS).map(DEAD_LETTER).list()));
    }
}
