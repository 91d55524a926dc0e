package kz.qadam.reporting.figures;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.qadam.chassis.http.limit.ConcurrencyLimit;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** The stream of figures. */
@Path("/v1/progress/stream")
@PermitAll
@Tag(name = "Progress")
public class StreamResource {

    private static final Duration LEAST = Duration.ofMillis(1);

    private final FigureStream stream;
    private final StreamLimit permits;
    private final Caller caller;
    private final CurrentVertxRequest current;
    private final StreamConfig config;
    private final Clock clock;

    StreamResource(
            FigureStream stream,
            StreamLimit permits,
            Caller caller,
            CurrentVertxRequest current,
            StreamConfig config,
            Clock clock) {
        this.stream = stream;
        this.permits = permits;
        this.caller = caller;
        this.current = current;
        this.config = config;
        this.clock = clock;
    }

    /** Streams the figures of the programme after each change. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "progressStream",
            summary = "The figures of the programme as they change",
            description =
                    "Server-sent events. event: figure; id: the figureVersion; data: the body of GET /v1/progress."
                            + " The newest figures come at once, for any Last-Event-ID, since every event is"
                            + " complete; then, without a token, an event for each release, and with a token of viewer,"
                            + " office or auditor one after each change, of the region if the token names one. With asOf"
                            + " there is only the first event."
                            + " Comments keep the connection alive. The stream ends when its token expires. The number"
                            + " of streams is limited, for the service (503) and for one address or caller (429);"
                            + " streams of exact figures have places of their own.")
    @APIResponse(responseCode = "401", description = ProgressResource.INVALID_TOKEN)
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "429")
    @APIResponse(responseCode = "503")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> stream(
            @Context Sse sse,
            @RestHeader("Last-Event-ID") @Parameter(description = "The last id that the client has seen; ignored.")
                    String lastEventId,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on) {
        ConcurrencyLimit.Permit taken = permits.take(caller, address());
        try {
            OutboundSseEvent end =
                    sse.newEventBuilder().comment("the token ends").build();
            return Multi.createBy()
                    .merging()
                    .streams(figures(sse, asOf, on), heartbeats(sse, caller.tokenEndsAt(), end))
                    .select()
                    .first(event -> event != end)
                    .onTermination()
                    .invoke(taken::leave);
        } catch (RuntimeException e) {
            taken.leave();
            throw e;
        }
    }

    /** The address of the caller; empty if there is none, as with a Unix socket. */
    private String address() {
        SocketAddress remote = current.getCurrent().request().remoteAddress();
        return remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
    }

    private Multi<OutboundSseEvent> figures(Sse sse, String asOf, String on) {
        return stream.follow(asOf, on)
                .map(figure -> sse.newEventBuilder()
                        .name("figure")
                        .id(Long.toString(figure.version()))
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, figure.json())
                        .build());
    }

    /** Until the token expires. Timers are short, since the timer of a closed stream stays in memory until it fires. */
    private Multi<OutboundSseEvent> heartbeats(Sse sse, Optional<Instant> tokenEnds, OutboundSseEvent end) {
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom().item(tokenEnds).onItem().delayIt().by(pause(tokenEnds)))
                .indefinitely()
                .map(ends -> ends.filter(instant -> !instant.isAfter(clock.instant()))
                        .map(over -> end)
                        .orElseGet(() ->
                                sse.newEventBuilder().comment("still here").build()));
    }

    private Duration pause(Optional<Instant> tokenEnds) {
        Duration usual = config.heartbeat();
        return tokenEnds
                .map(end -> Duration.between(clock.instant(), end))
                .filter(left -> left.compareTo(usual) < 0)
                .map(left -> left.compareTo(LEAST) < 0 ? LEAST : left)
                .orElse(usual);
    }
}
