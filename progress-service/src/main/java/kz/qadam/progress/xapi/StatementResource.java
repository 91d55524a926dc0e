package kz.qadam.progress.xapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.OnlyActiveSenders;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.progress.xapi.reading.StatementReason;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Receives statements (xAPI 1.0.3) from learning platforms. */
@Path(StatementResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements of platforms")
public class StatementResource {

    static final String PATH = "/v1/xapi";

    static final String EXAMPLE = """
            {"actor": {"account": {"homePage": "https://lms.school-42.example", "name": "17"}},
             "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
             "object": {"id": "https://lms.school-42.example/course/view.php?id=2",
                        "definition": {"type": "https://w3id.org/xapi/cmi5/activitytype/course"}},
             "timestamp": "2026-05-31T18:40:00+05:00"}""";

    private static final String NO_STORE =
            "Takes statements about whole courses in, and answers no questions about them: it is no learning record store.";

    private final Caller caller;
    private final ObjectMapper json;
    private final StatementReception reception;
    private final String address;

    StatementResource(
            Caller caller,
            ObjectMapper json,
            StatementReception reception,
            @ConfigProperty(name = "qadam.public-url") String publicAddress) {
        this.caller = caller;
        this.json = json;
        this.reception = reception;
        this.address = publicAddress + PATH + "/about";
    }

    /** Takes statements in; answers after the commit. */
    @POST
    @Path("statements")
    @RolesAllowed({Role.PARTNER, Role.STATEMENTS})
    @RecordedInTrail(TrailKind.WRITE)
    @OnlyActiveSenders
    @AddsToBacklog
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postStatements",
            summary = "Post statements of a learning platform",
            description =
                    "One statement (xAPI 1.0.3) or an array of them, up to 10 MiB. What can be read is answered 200"
                            + " with all ids, whatever becomes of it: GET /v1/statement-outcomes says that. A statement that says"
                            + " that a whole course is done becomes a completion: at once, or when its account is linked and the"
                            + " learner enrolled, for which it waits 90 days. Everything else is left out; nothing of it is"
                            + " stored but a count. Sending the same again changes nothing. The earliest time counts, in"
                            + " whatever order statements come; the day is that of Almaty. A statement that the platform takes"
                            + " back (voided) counts no more. Names and mail addresses are never stored. An institution may send"
                            + " 5,000 statements a second to each instance, apart from its other quotas.")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT), example = EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "Taken in; the ids of all statements, in their order.",
            content = @Content(schema = @Schema(implementation = UUID[].class)))
    @APIResponse(responseCode = "400", description = "It cannot be read: no JSON, no object, or an id that is no UUID.")
    public List<UUID> post(byte[] body) {
        return reception.receive(caller.actingFor(null), () -> StatementsOfBody.read(json, body)).statements().stream()
                .map(TakenStatement::id)
                .toList();
    }

    /** Takes one statement in under its id. */
    @PUT
    @Path("statements")
    @RolesAllowed({Role.PARTNER, Role.STATEMENTS})
    @RecordedInTrail(TrailKind.WRITE)
    @OnlyActiveSenders
    @AddsToBacklog
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putStatement",
            summary = "Put one statement of a learning platform",
            description =
                    "The same for one statement, whose id is in the address. An id that is known with other content"
                            + " is answered 409.")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT), example = EXAMPLE))
    @APIResponse(responseCode = "204", description = "Taken in.")
    @APIResponse(responseCode = "409", description = "A statement with this id and other content came before.")
    public RestResponse<Void> put(
            @Parameter(
                            description = "The id of the statement.",
                            required = true,
                            schema = @Schema(implementation = UUID.class))
                    @RestQuery
                    String statementId,
            byte[] body) {
        var received =
                reception.receive(caller.actingFor(null), () -> StatementsOfBody.readOne(json, body, id(statementId)));
        if (received.taken().outcomes().contains(StatementReason.OTHER_CONTENT.code())) {
            throw new Problem(ProblemType.REFERENCE_CONFLICT, Fault.parameter("statementId", "other-content"));
        }
        return RestResponse.noContent();
    }

    /** Says what is spoken here. */
    @GET
    @Path("about")
    @PermitAll
    @Operation(
            operationId = "getXapiAbout",
            summary = "Which version of xAPI is spoken",
            description = "Statements are taken in and cannot be read again: this is no learning record store. States,"
                    + " profiles, attachments and queries are not offered.")
    @APIResponse(responseCode = "200", description = "What is spoken.")
    public AboutView about() {
        return new AboutView(List.of(XapiVersionHeader.SPOKEN), Map.of(address, NO_STORE));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(Objects.requireNonNullElse(text, ""));
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("statementId", "uuid", "statementId");
        }
    }
}
