package kz.qadam.chassis.submissions.imports;

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
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.submissions.submission.SubmissionKind;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
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

/**
 * The endpoints for files that were sent. The resource of a service adds the endpoint that receives them, and the kind
 * of their rows.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ImportResource {

    /** The description of every operation that receives a file. */
    protected static final String DESCRIPTION =
            "A CSV, .xlsx or NDJSON file of up to 1,000,000 rows and 500 MB. 202 means that the whole file is stored;"
                    + " its rows are then judged one after the other, like the items of a batch: right rows are kept"
                    + " even if others are wrong. Read the progress from the job at Location, or from its stream."
                    + " The rows that were not kept are in its errors.csv, to be corrected and sent again. Sending a"
                    + " file again is safe. A file that cannot be read as a whole is refused at once, and nothing of"
                    + " it is kept. The content of the file is stored encrypted, only you can read it, and it is"
                    + " deleted: a row when it is judged, the errors after 7 days, or earlier when the office erases a"
                    + " person. Then the whole file can be sent again. Of a table that is read by a profile only the"
                    + " columns are stored that the profile names. A table may leave out the column reference; kept.csv"
                    + " then has the rows that were kept, with the references that were derived.";

    /** The description of the answer 429. */
    protected static final String TOO_MANY =
            "Too many requests, or a limit of your files is reached: files being received, files waiting, rows"
                    + " waiting, or bytes stored. detail names the limit";

    /** The description of the answer 503. */
    protected static final String TOO_MANY_OF_ALL =
            "Too many files of all senders are being received, or too many bytes of their files are stored. detail"
                    + " names the limit";

    private final Imports imports;
    private final SubmissionKind<?, ?, ?> kind;
    private final Caller caller;

    protected ImportResource(Imports imports, SubmissionKind<?, ?, ?> kind, Caller caller) {
        this.imports = imports;
        this.kind = kind;
        this.caller = caller;
    }

    /** 202 with the job, when the whole file is durable. */
    protected RestResponse<JobView> receive(InputStream body, HttpHeaders headers, String fileName, String profile) {
        Submitter submitter = caller.submitter();
        MediaType type = headers.getMediaType();
        if (type == null) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA);
        }
        JobView job = imports.receive(kind, new IncomingFile(body, type, submitter, fileName, profile));
        return ResponseBuilder.<JobView>create(RestResponse.Status.ACCEPTED)
                .entity(job)
                .header(HttpHeaders.LOCATION, Imports.pathOf(kind) + "/" + job.id())
                .build();
    }

    @GET
    @NotInTrail("It lists the sender's own files.")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(
            name = "token",
            scopes = {Role.PARTNER, Role.OFFICE})
    @Operation(
            operationId = "listImportsOf{Imported}",
            summary = "Your files",
            description = "The newest file first. cursor leads to older files; it is null if there are none.")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<JobView>> list(
            @Parameter(description = "The most files to return, 1 to 1000; 100 by default.") @RestQuery Integer limit,
            @Parameter(description = "The cursor of an earlier page.") @RestQuery String cursor,
            @Context UriInfo uri) {
        return imports.page(kind, caller.submitter(), cursor, Page.limit(limit)).at(uri);
    }

    @GET
    @NotInTrail("It shows the progress of the sender's own file.")
    @Path("/{id}")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(
            name = "token",
            scopes = {Role.PARTNER, Role.OFFICE})
    @Operation(
            operationId = "getImportOf{Imported}",
            summary = "The progress of a file",
            description = "You can poll it, or open its stream. Only the sender of the file sees it.")
    @APIResponse(
            responseCode = "200",
            description = "The job",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public JobView one(@RestPath UUID id) {
        return imports.view(kind, imports.job(kind, caller.submitter(), id));
    }

    @GET
    @NotInTrail("It shows the progress of the sender's own file.")
    @Path("/{id}/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(
            name = "token",
            scopes = {Role.PARTNER, Role.OFFICE})
    @Operation(
            operationId = "streamImportOf{Imported}",
            summary = "The progress of a file as a stream",
            description = "Server-sent events named job, with the job as data: the first event at once, then one after"
                    + " each change, the last when the file is finished. The stream then ends, and the client should"
                    + " not reconnect. It also ends when the token or key that opened it expires, and soon"
                    + " after the key is revoked or your institution is suspended.")
    @APIResponse(responseCode = "429", description = "Too many of your streams are open, or too many requests")
    @APIResponse(responseCode = "503", description = "Too many streams are open, or the service is not available")
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
        Instant end = caller.tokenEndsAt().orElse(Instant.MAX);
        return imports.stream(kind, caller.submitter(), id, end, caller.key(), sse);
    }

    @GET
    @RecordedInTrail(TrailKind.EXPORT)
    @Path("/{id}/errors.csv")
    @Produces("text/csv")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(
            name = "token",
            scopes = {Role.PARTNER, Role.OFFICE})
    @Operation(
            operationId = "getImportErrorsOf{Imported}",
            summary = "The rows that were not kept",
            description = "The rows as they were sent, with the additional columns _line, _status and _error; _error"
                    + " gives the reason in the language of Accept-Language. A cell with a person's identification"
                    + " number in the wrong column is returned empty. A text that a spreadsheet would calculate gets"
                    + " a leading apostrophe, which is removed when the file is sent again. Columns whose name"
                    + " begins with _ are not read: correct the rows and send the file with these columns. Before"
                    + " the file is finished, the table contains the rows up to now. An answer that breaks off is not"
                    + " complete: rows were deleted meanwhile.")
    @APIResponse(
            responseCode = "200",
            description = "A CSV table in UTF-8 with a byte order mark, with the separator of the file",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            example = ImportResource.ERRORS))
    @APIResponse(responseCode = "410", description = "The rows are deleted, all or some: see expiresAt")
    public RestResponse<StreamingOutput> errors(@RestPath UUID id, @Context HttpHeaders headers) {
        Language language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return ResponseBuilder.<StreamingOutput>ok(imports.errors(kind, caller.submitter(), id, language))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** The kept rows of a table without references, for kinds of rows after which another table follows. */
    protected RestResponse<StreamingOutput> keptRows(UUID id) {
        return ResponseBuilder.<StreamingOutput>ok(imports.kept(kind, caller.submitter(), id))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kept.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    static final String ERRORS = """
            reference;…;_line;_status;_error
            R-17;…;18;rejected;…
            """;
}
