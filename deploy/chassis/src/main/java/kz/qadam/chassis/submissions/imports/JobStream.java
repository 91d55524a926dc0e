package kz.qadam.chassis.submissions.imports;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Sends the progress of a file to one client after each change, until the file is finished or the client may no longer
 * listen.
 */
final class JobStream {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Supplier<JobView> look;
    private final Sse sse;
    private JobView sent;
    private long sentAt;

    JobStream(Supplier<JobView> look, Sse sse) {
        this.look = look;
        this.sse = sse;
    }

    /** @param mayListen whether the client may still listen; if not, the stream ends */
    Multi<OutboundSseEvent> events(BooleanSupplier mayListen) {
        Uni<JobView> looking = Uni.createFrom().item(look).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return Multi.createBy()
                .repeating()
                .uni(() -> looking)
                .withDelay(BETWEEN_LOOKS)
                .whilst(job -> !Job.isFinal(job.status()) && mayListen.getAsBoolean())
                .onItem()
                .transformToIterable(job -> dueEvents(job, System.nanoTime()));
    }

    /** The events that are due now, which may be none. */
    List<OutboundSseEvent> dueEvents(JobView job, long now) {
        boolean changed = !job.equals(sent);
        if (!changed && now - sentAt < HEARTBEAT.toNanos()) {
            return List.of();
        }
        sent = job;
        sentAt = now;
        return List.of(changed ? event(job) : sse.newEventBuilder().comment("").build());
    }

    private OutboundSseEvent event(JobView job) {
        return sse.newEventBuilder()
                .name("job")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(JobView.class, job)
                .build();
    }
}
