package kz.qadam.chassis.imports;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.list.Page;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import kz.qadam.chassis.security.Submitter;
import kz.qadam.chassis.submission.SubmissionKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What can be asked about files that were sent. The resource of a service adds where they are sent, and what they hold. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ImportResource {

    /** What the documentation says of every operation that takes a file. */
    protected static final String DESCRIPTION =
            "A CSV, an .xlsx or NDJSON of up to 1,000,000 rows and 500 MB. 202 says that all of the file is kept; its rows are then"
                    + " judged one after the other, as those of a batch are, and what is right is kept beside what is"
                    + " not. Ask the job at Location how far it has come, or listen to its stream; the rows that were"
                    + " not kept are at its errors, to be mended and sent again. Sending a file again is safe. A file"
                    + " that cannot be read as a whole is refused at once, and nothing of it is kept. Whatever the file"
                    + " says is encrypted, readable by you alone, and deleted: a row when it is judged, the errors"
                    + " after 7 days.";

    /** When it is answered 429. */
    protected static final String TOO_MANY =
            "Too many requests; or too many of your files are being received or wait, or too many of"
                    + " your rows wait, or too much of your files is stored: detail says which";

    private final Imports imports;
    private final SubmissionKind<?, ?, ?> kind;
    private final Caller caller;

    protected ImportResource(Imports imports, SubmissionKind<?, ?, ?> kind, Caller caller) {
        this.imports = imports;
        this.kind = kind;
        this.caller = caller;
    }

    /** 202 with the job, when all of the file is durable. */
    protected RestResponse<JobView> receive(InputStream body, HttpHeaders headers, String fileName) {
        Submitter submitter = caller.submitter();
        MediaType type = headers.getMediaType();
        if (type == null) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA);
        }
        JobView job = imports.receive(kind, body, type, submitter, fileName);
        return ResponseBuilder.<JobView>create(RestResponse.Status.ACCEPTED)
                .entity(job)
                .header(HttpHeaders.LOCATION, Imports.pathOf(kind) + "/" + job.id())
                .build();
    }

    @GET
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @SecurityRequirement(name = "token") // Of an inherited method the documentation sees no roles.
    @Operation(
            operationId = "listImports",
            summary = "Your files",
            description = "The newest first. cursor leads to older ones; it is null where there are no more.")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<JobView>> list(
            @Parameter(description = "How many, 1 to 1000; 100 if left out.") @RestQuery Integer limit,
            @Parameter(description = "Where an earlier page ended.") @RestQuery String cursor,
            @Context UriInfo place) {
        return imports.page(kind, caller.submitter(), cursor, Page.limit(limit)).at(place);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @SecurityRequirement(name = "token") // Of an inherited method the documentation sees no roles.
    @Operation(
            operationId = "getImport",
            summary = "How far a file has come",
            description = "Ask as often as you like, or listen to its stream. Nobody but its sender sees it.")
    @APIResponse(
            responseCode = "200",
            description = "The job",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public JobView one(@RestPath UUID id) {
        return imports.view(kind, imports.job(kind, caller.submitter(), id));
    }

    @GET
    @Path("/{id}/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @SecurityRequirement(name = "token") // Of an inherited method the documentation sees no roles.
    @Operation(
            operationId = "streamImport",
            summary = "How far a file has come, as it goes",
            description = "Server-sent events named job, whose data is the job: the first at once, then one whenever"
                    + " something has changed, the last when the file is finished; with it the stream ends, and there"
                    + " is no need to connect again. It also ends when the token expires that it was opened with, and"
                    + " soon after your institution is suspended.")
    @APIResponse(responseCode = "429", description = "Too many streams of yours are open, or too many requests came")
    @APIResponse(responseCode = "503", description = "Too many streams are open, or the service cannot work")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            example =
                                    "event: job\ndata: {\"id\": \"…\", \"status\": \"running\", \"processed\": 42000}\n"))
    public Multi<OutboundSseEvent> stream(@RestPath UUID id, @Context Sse sse) {
        return imports.stream(kind, caller.submitter(), id, caller.tokenEndsAt().orElse(Instant.MAX), sse);
    }

    @GET
    @Path("/{id}/errors.csv")
    @Produces("text/csv")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @SecurityRequirement(name = "token") // Of an inherited method the documentation sees no roles.
    @Operation(
            operationId = "getImportErrors",
            summary = "The rows that were not kept",
            description = "As they were sent, and with _line, _status and _error, which says why in the language that"
                    + " Accept-Language asks for. A cell that holds the number of a person where none belongs is empty,"
                    + " and a text that a spreadsheet would calculate has an apostrophe before it, which is taken off"
                    + " when the file is sent again. Columns whose name begins with _ are not read: mend the file and send"
                    + " it as it is. Before the file is finished it holds what there is up to then.")
    @APIResponse(
            responseCode = "200",
            description = "A table in UTF-8 with a byte order mark, separated as the file was",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            example = ImportResource.ERRORS))
    @APIResponse(responseCode = "410", description = "It is deleted: see expiresAt")
    public RestResponse<StreamingOutput> errors(@RestPath UUID id, @Context HttpHeaders headers) {
        Language language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return ResponseBuilder.<StreamingOutput>ok(imports.errors(kind, caller.submitter(), id, language))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    static final String ERRORS = """
            reference;…;_line;_status;_error
            R-17;…;18;rejected;…
            """;
}
