package kz.qadam.reporting.figures;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import kz.qadam.chassis.security.Caller;
import kz.qadam.reporting.asof.Moments;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** The figures as they change. */
@Path("/v1/progress/stream")
@PermitAll
@Tag(name = "Progress")
public class StreamResource {

    private final FigureStream stream;
    private final Caller caller;
    private final StreamConfig config;

    StreamResource(FigureStream stream, Caller caller, StreamConfig config) {
        this.stream = stream;
        this.caller = caller;
        this.config = config;
    }

    /** The figures of the programme, whenever they change. */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "progressStream",
            summary = "The figures of the programme as they change",
            description =
                    "Server-sent events. event: figure; id: the figureVersion; data: the body of GET /v1/progress."
                            + " The newest comes at once, whatever Last-Event-ID says, since each is whole; then one after each"
                            + " change; with asOf none follows. A comment keeps the connection alive.")
    @APIResponse(responseCode = "422")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> stream(
            @Context Sse sse,
            @RestHeader("Last-Event-ID") @Parameter(description = "The last id that was seen; read, and not needed.")
                    String lastEventId,
            @RestQuery @Parameter(description = Moments.AS_OF) String asOf,
            @RestQuery @Parameter(description = Moments.ON) String on) {
        Head.Audience audience = Head.Audience.of(caller);
        stream.at(asOf, on, audience);
        Multi<OutboundSseEvent> figures = Multi.createFrom()
                .ticks()
                .every(config.every())
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> stream.at(asOf, on, audience))
                .skip()
                .repetitions()
                .map(figure -> sse.newEventBuilder()
                        .name("figure")
                        .id(Long.toString(figure.version()))
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, figure.json())
                        .build());
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom()
                .ticks()
                .startingAfter(config.heartbeat())
                .every(config.heartbeat())
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("still here").build());
        return Multi.createBy().merging().streams(figures, heartbeats);
    }
}
