package kz.qadam.chassis.imports;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import kz.qadam.chassis.places.ConcurrencyLimit;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Submitter;
import kz.qadam.chassis.security.SuspensionCache;

/** Opens streams and limits their number, since each queries the database every half second. */
@ApplicationScoped
class JobStreams {

    private final ConcurrencyLimit<Submitter> places;
    private final SuspensionCache suspensions;
    private final Clock clock;

    JobStreams(ImportsConfig config, SuspensionCache suspensions, Clock clock) {
        this.places = new ConcurrencyLimit<>(
                ConcurrencyLimit.Limit.of(config.streams(), "many-import-streams"),
                ConcurrencyLimit.Limit.of(config.streamsPerSender(), "many-import-streams/own"));
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /**
     * Opens a stream. It ends when the job is finished, or when its sender is no longer active.
     *
     * @param tokenEndsAt when the stream ends at the latest
     * @throws Problem 429 if this sender has too many open streams, 503 if all senders together have too many
     */
    Multi<OutboundSseEvent> open(Submitter submitter, Supplier<JobView> look, Instant tokenEndsAt, Sse sse) {
        ConcurrencyLimit.Place taken = places.take(submitter);
        return new JobStream(look, sse)
                .events(() -> clock.instant().isBefore(tokenEndsAt) && suspensions.isActive(submitter))
                .onTermination()
                .invoke(taken::leave);
    }
}
