package kz.qadam.chassis.events.archive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Shows auditors the sealed segments of a stream of this service, and gives them out. The service adds the path. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ArchiveResource {

    private static final String NUMBERS = "Digests say nothing about anybody.";
    private static final String EPOCH =
            "Only segments of this epoch. There is one more each time the database was restored; numbers go on.";
    private static final String NO_SUCH = "There is no such sealed segment";
    private static final String GZIP = "application/gzip";
    private static final String NDJSON = "application/x-ndjson";

    /** The segments after a number. */
    @Schema(name = "Segments", description = "Sealed segments in the order of their numbers.")
    public record SegmentList(List<SegmentView> items) {}

    /** What a segment would be if it was made now. */
    @Schema(name = "SegmentAgain", description = "A segment, made again from the rows as they are now.")
    public record Again(
            @Schema(description = "How many lines it has.") int rows,

            @Schema(
                    description = "SHA-256 of its lines: that of the sealed one, if nothing was altered.",
                    nullable = true)
            String data,

            @Schema(
                    description =
                            "The subjects of entries of a trail whose texts are cleared, each by an erasure; empty"
                                    + " for an entry without a subject.")
            List<String> cleared,

            @Schema(
                    description =
                            "Whether entries have left the database, more than twelve months after they were written:"
                                    + " then the segment cannot be made again, and data is null.")
            boolean dropped) {}

    private final ArchiveStream stream;
    private final Segments segments;
    private final Confirmations confirmations;

    protected ArchiveResource(ArchiveStream stream, Segments segments, Confirmations confirmations) {
        this.stream = stream;
        this.segments = segments;
        this.confirmations = confirmations;
    }

    /** The sealed segments. */
    @GET
    @Path("/segments")
    @NotInTrail(NUMBERS)
    @RolesAllowed(Role.AUDITOR)
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(name = "token", scopes = Role.AUDITOR)
    @Operation(
            operationId = "{stream}Segments",
            summary = "The sealed segments",
            description =
                    "In the order of their numbers. To get those that were sealed since, ask for what is after the"
                            + " last number that you have.")
    @APIResponse(responseCode = "200", description = "The segments; none, if nothing was sealed since")
    public SegmentList segments(
            @RestQuery @Parameter(description = EPOCH) Integer epoch,
            @RestQuery @DefaultValue("0") @Parameter(description = "Only segments with a greater number.") long after,
            @RestQuery @Parameter(description = "How many, 1 to 1000; 100 if left out.") Integer limit) {
        return new SegmentList(segments.closed(stream, epoch, after, Page.limit(limit)).stream()
                .map(SegmentView::of)
                .toList());
    }

    /** What {@code sha256sum -c} reads. */
    @GET
    @Path("/segments/{number}.manifest")
    @Produces(MediaType.TEXT_PLAIN)
    @NotInTrail(NUMBERS)
    @RolesAllowed(Role.AUDITOR)
    @SecurityRequirement(name = "token", scopes = Role.AUDITOR)
    @Operation(
            operationId = "{stream}SegmentManifest",
            summary = "The manifest of a segment",
            description = "A text that sha256sum -c reads. Lines that begin with # say what the segment is; data is the"
                    + " SHA-256 of its lines, unpacked.")
    @APIResponse(responseCode = "200", description = "The manifest")
    @APIResponse(responseCode = "404", description = NO_SUCH)
    public String manifest(@RestPath long number) {
        return segment(number).manifest();
    }

    /** What {@code openssl} checks. */
    @GET
    @Path("/segments/{number}.sig")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @NotInTrail(NUMBERS)
    @RolesAllowed(Role.AUDITOR)
    @SecurityRequirement(name = "token", scopes = Role.AUDITOR)
    @Operation(
            operationId = "{stream}SegmentSignature",
            summary = "The signature of a segment",
            description = "The 64 bytes of Ed25519 over the bytes of the manifest.")
    @APIResponse(responseCode = "200", description = "The signature")
    @APIResponse(responseCode = "404", description = NO_SUCH)
    public byte[] signature(@RestPath long number) {
        return segments.signature(stream, segment(number));
    }

    /** The lines. */
    @GET
    @Path("/segments/{number}.ndjson.gz")
    @Produces(GZIP)
    @RecordedInTrail(TrailKind.EXPORT)
    @RolesAllowed(Role.AUDITOR)
    @SecurityRequirement(name = "token", scopes = Role.AUDITOR)
    @Operation(
            operationId = "{stream}SegmentLines",
            summary = "The lines of a segment",
            description =
                    "A line of JSON for each entry of the trail, without its text, or for each batch and event, without"
                            + " its reference, in the order in which they were added. The bytes"
                            + " of a trail are kept for 30 days, and until somebody has confirmed them; afterwards the lines are made"
                            + " again, and only the SHA-256 of the unpacked lines is sure to be that of the manifest.")
    @APIResponse(responseCode = "200", description = "The lines in gzip")
    @APIResponse(responseCode = "404", description = NO_SUCH)
    public byte[] lines(@RestPath long number) {
        Segment segment = segment(number);
        return segments.packed(stream, segment).orElseGet(() -> made(segment).bytes());
    }

    /** Whether the rows are still those that were sealed. */
    @GET
    @Path("/segments/{number}/again")
    @NotInTrail("Digests and opaque ids say nothing about anybody.")
    @RolesAllowed(Role.AUDITOR)
    @SecurityRequirement(name = "token", scopes = Role.AUDITOR)
    @Operation(
            operationId = "{stream}SegmentAgain",
            summary = "A segment, made again",
            description =
                    "From the rows as they are now. If data is not that of the manifest, rows were altered, removed"
                            + " or slipped in after they were sealed.")
    @APIResponse(responseCode = "200", description = "Its number of lines and their digest")
    @APIResponse(responseCode = "404", description = NO_SUCH)
    public Again again(@RestPath long number) {
        Segment segment = segment(number);
        if (segments.isDropped(stream, segment)) {
            return new Again(0, null, List.of(), true);
        }
        PackedLines made = segments.pack(stream, segment);
        List<String> cleared = stream.equals(ArchiveStream.TRAIL) ? segments.cleared(segment) : List.of();
        return new Again(made.rows(), made.digest(), cleared, false);
    }

    /** The lines that would be sealed now, to find the one that differs. */
    @GET
    @Path("/segments/{number}/again.ndjson")
    @Produces(NDJSON)
    @RecordedInTrail(TrailKind.EXPORT)
    @RolesAllowed(Role.AUDITOR)
    @SecurityRequirement(name = "token", scopes = Role.AUDITOR)
    @Operation(
            operationId = "{stream}SegmentLinesAgain",
            summary = "The lines of a segment, made again",
            description = "From the rows as they are now, not packed: to find the line that is not as it was sealed.")
    @APIResponse(responseCode = "200", description = "The lines")
    @APIResponse(responseCode = "404", description = NO_SUCH)
    public byte[] linesAgain(@RestPath long number) {
        return made(segment(number)).lines();
    }

    /** What is not confirmed for two hours makes an alert. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/segments/{number}/confirmation")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.AUDITOR)
    @SecurityRequirement(name = "token", scopes = Role.AUDITOR)
    @Operation(
            operationId = "confirm{Stream}Segment",
            summary = "Confirm that the archive was fetched and checked",
            description =
                    "Confirms this segment and all before it. While nobody confirms a new segment for two hours, the"
                            + " operators are alarmed.")
    @APIResponse(responseCode = "204", description = "It is kept, and an entry of the trail")
    @APIResponse(responseCode = "404", description = NO_SUCH)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SegmentConfirmationPost.class)))
    @APIResponse(responseCode = "409", description = "The service has another manifest: the stream was written anew")
    public void confirm(@RestPath long number, byte[] body) {
        confirmations.keep(stream, segment(number), body);
    }

    /** The key from which the others follow. */
    @GET
    @Path("/segments/key.pem")
    @Produces(MediaType.TEXT_PLAIN)
    @NotInTrail("A public key says nothing about anybody.")
    @RolesAllowed(Role.AUDITOR)
    @SecurityRequirement(name = "token", scopes = Role.AUDITOR)
    @Operation(
            operationId = "{stream}SegmentKey",
            summary = "The first public key of the segments",
            description =
                    "In PEM. Its name in a directory of the archive is keys/, the first 16 digits of the SHA-256 of"
                            + " its DER form, .pem. Compare it with the operator's. A key that takes over later is named by"
                            + " a segment that the former one signs.")
    @APIResponse(responseCode = "200", description = "The key of the first segment")
    @APIResponse(responseCode = "404", description = "Nothing is sealed yet")
    public String key() {
        return segments.newest(stream)
                .flatMap(newest -> segments.find(stream, 1))
                .map(first -> segments.publicKey(stream, first))
                .orElseThrow(Problem::notFound);
    }

    private PackedLines made(Segment segment) {
        if (segments.isDropped(stream, segment)) {
            throw new Problem(ProblemType.GONE, Message.of("gone/segment"));
        }
        return segments.pack(stream, segment);
    }

    private Segment segment(long number) {
        return segments.find(stream, number).filter(Segment::isClosed).orElseThrow(Problem::notFound);
    }
}
