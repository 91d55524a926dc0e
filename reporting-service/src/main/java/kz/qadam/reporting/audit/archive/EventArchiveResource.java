package kz.qadam.reporting.audit.archive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.archive.ArchiveResource;
import kz.qadam.chassis.events.archive.Confirmations;
import kz.qadam.chassis.events.archive.Segments;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sealed segments of the event log, and what opens the digests of references in them. */
@Path("/v1/audit/events")
@Tag(name = "Audit")
public class EventArchiveResource extends ArchiveResource {

    private static final String OPENINGS = """
            select row_to_json(archive_opening)::text from archive_opening
            """;

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int FETCHED = 1000;

    private final Database database;

    EventArchiveResource(Segments segments, Confirmations confirmations, Database database) {
        super(EventLogStream.STREAM, segments, confirmations);
        this.database = database;
    }

    /** The references of completions. */
    @GET
    @Path("/openings.ndjson")
    @Produces("application/x-ndjson")
    @RecordedInTrail(TrailKind.EXPORT)
    @RolesAllowed(Role.AUDITOR)
    @Operation(
            operationId = "eventOpenings",
            summary = "What opens the digests of references in the sealed events",
            description =
                    "A line of JSON for each completion that is not erased, with completion, salt and reference: the"
                            + " SHA-256 of the salt and the reference is the member committed of its events. Rule 2 compares"
                            + " the references of completions of one day at one institution. Destroy the file after the count.")
    @APIResponse(responseCode = "200", description = "The lines")
    public StreamingOutput openings() {
        return out -> database.<Void>transaction(LONGEST, handle -> {
            try (var lines = handle.createQuery(OPENINGS).setFetchSize(FETCHED).mapTo(String.class).stream()) {
                for (String line : (Iterable<String>) lines::iterator) {
                    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
    }
}
