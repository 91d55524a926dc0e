package kz.qadam.chassis.testing;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.CountsItems;
import kz.qadam.chassis.http.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Endpoints that go wrong in all the ways that real ones do. */
@Path("/toys")
@Produces("application/json")
@Consumes("application/json")
@PermitAll
public class ToyResource {

    enum Colour {
        RED,
        BLUE
    }

    record Part(String name, @NotNull Integer weight) {}

    record Toy(@NotNull String reference, LocalDate madeOn, Colour colour, List<Part> parts) {}

    private static final ItemReader<Toy> TOY = ItemReader.of(Toy.class);

    record Unwritable(int size) {

        @Override
        public int size() {
            throw new IllegalStateException("secret");
        }
    }

    record Many(int received) implements CountsItems {}

    private final Caller caller;
    private final DataSource database;
    private final Batch batch;

    ToyResource(Caller caller, DataSource database, Batch batch) {
        this.caller = caller;
        this.database = database;
        this.batch = batch;
    }

    @POST
    @APIResponse(responseCode = "200", description = "The toy")
    @APIResponse(responseCode = "409")
    public Toy made(byte[] body) {
        return TOY.readOrThrow(batch.single(body).fields());
    }

    @GET
    public List<String> found(
            @RestQuery Colour colour,
            @RestQuery LocalDate madeOn,
            @RestQuery UUID owner,
            @RestQuery("limit") Integer most) {
        return List.of();
    }

    @GET
    @Path("/{id}")
    public String one(@RestPath UUID id) {
        return id.toString();
    }

    @GET
    @Path("/conflict")
    public String conflict() {
        throw new Problem(ProblemType.REFERENCE_CONFLICT, Fault.at("/madeOn", "length", "madeOn", 10));
    }

    @GET
    @Path("/busy")
    public String busy() {
        throw new Problem(ProblemType.UNAVAILABLE);
    }

    @GET
    @Path("/often")
    public String often() {
        throw new Problem(ProblemType.TOO_MANY_REQUESTS);
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("select secret from toys");
    }

    @GET
    @Path("/erring")
    public String erring(@RestQuery boolean later) {
        if (later) throw new IllegalStateException(new NoClassDefFoundError("secret"));
        throw new StackOverflowError("secret");
    }

    @GET
    @Path("/unwritable")
    public Unwritable unwritable() {
        return new Unwritable(1);
    }

    @GET
    @Path("/later")
    public CompletionStage<String> later() {
        return CompletableFuture.supplyAsync(this::conflict);
    }

    @GET
    @Path("/unpacked")
    public String unpacked() throws InterruptedException, ExecutionException {
        return CompletableFuture.supplyAsync(this::conflict).get();
    }

    @GET
    @Path("/stored")
    public int stored() throws SQLException {
        try (var connection = database.getConnection()) {
            return connection.getNetworkTimeout();
        }
    }

    @POST
    @Path("/many")
    public Many many(byte[] body) {
        return new Many(batch.single(body).fields().whole("received", 0, 1_000_000));
    }

    @PUT
    @Path("/measured")
    @Consumes("application/octet-stream")
    public int measured(InputStream body) throws IOException {
        return body.readAllBytes().length;
    }

    @PUT
    @Path("/gathered")
    @NonBlocking
    @Consumes("application/octet-stream")
    public int gathered(byte[] body) {
        return body.length;
    }

    @PUT
    @Path("/measured/batch")
    @Operation(hidden = true)
    @Consumes("application/octet-stream")
    public int measuredBatch(InputStream body) throws IOException {
        return measured(body);
    }

    @PUT
    @Path("/gathered/batch")
    @Operation(hidden = true)
    @NonBlocking
    @Consumes("application/octet-stream")
    public int gatheredBatch(byte[] body) {
        return body.length;
    }

    @POST
    @Path("/sent/batch")
    @Operation(hidden = true)
    @RolesAllowed(Role.PARTNER)
    @Consumes("application/octet-stream")
    public int sentBatch(byte[] body) {
        return body.length;
    }

    @POST
    @Path("/sent-at-once/batch")
    @Operation(hidden = true)
    @NonBlocking
    @RolesAllowed(Role.PARTNER)
    @Consumes("application/octet-stream")
    public int sentAtOnce(byte[] body) {
        if (body.length == 13) throw new Problem(ProblemType.RULE_VIOLATED);
        return body.length;
    }

    @GET
    @Path("/public")
    public String seenBy() {
        return caller.isPartner() ? caller.institution().orElse("?") : caller.subject();
    }

    @GET
    @Path("/office")
    @RolesAllowed(Role.OFFICE)
    public String office() {
        return caller.subject();
    }

    @GET
    @Path("/acting")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    public String acting(@RestQuery String institution) {
        return caller.actingFor(institution);
    }

    @GET
    @Path("/acting-at-once")
    @NonBlocking
    @RolesAllowed(Role.PARTNER)
    public String actingAtOnce() {
        return caller.actingFor(null);
    }
}
