package kz.qadam.chassis.imports;

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

/** Says how far a file has come, whenever that has changed, until its end or the listener's. It is for one listener. */
final class JobStream {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Supplier<JobView> look;
    private final Sse sse;
    private JobView told;
    private long toldAt;

    JobStream(Supplier<JobView> look, Sse sse) {
        this.look = look;
        this.sse = sse;
    }

    /** @param mayListen whether the listener may still hear it; when it may not, the stream ends */
    Multi<OutboundSseEvent> events(BooleanSupplier mayListen) {
        Uni<JobView> looking = Uni.createFrom().item(look).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return Multi.createBy()
                .repeating()
                .uni(() -> looking)
                .withDelay(BETWEEN_LOOKS)
                .whilst(job -> !Job.isEnd(job.status()) && mayListen.getAsBoolean())
                .onItem()
                .transformToIterable(job -> news(job, System.nanoTime()));
    }

    /** What there is to tell, which may be nothing. */
    List<OutboundSseEvent> news(JobView job, long now) {
        boolean changed = !job.equals(told);
        if (!changed && now - toldAt < HEARTBEAT.toNanos()) {
            return List.of();
        }
        told = job;
        toldAt = now;
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
