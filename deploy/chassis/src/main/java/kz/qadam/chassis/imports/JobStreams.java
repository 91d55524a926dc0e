package kz.qadam.chassis.imports;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import kz.qadam.chassis.places.Places;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.KnownSuspensions;
import kz.qadam.chassis.security.Submitter;

/** The streams that are open. Each costs a look into the database every half second, so that they are limited. */
@ApplicationScoped
class JobStreams {

    private final Places<Submitter> places;
    private final KnownSuspensions suspensions;
    private final Clock clock;

    JobStreams(ImportsConfig config, KnownSuspensions suspensions, Clock clock) {
        this.places = new Places<>(
                Places.Limit.of(config.streams(), "many-import-streams"),
                Places.Limit.of(config.streamsPerSender(), "many-import-streams/own"));
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /**
     * Opens one. It ends with the job, and when its sender is not active any more.
     *
     * @param tokenEndsAt when it ends at the latest
     * @throws Problem 429 if too many of this sender's are open, 503 if too many of all
     */
    Multi<OutboundSseEvent> open(Submitter submitter, Supplier<JobView> look, Instant tokenEndsAt, Sse sse) {
        Places.Place taken = places.take(submitter);
        return new JobStream(look, sse)
                .events(() -> clock.instant().isBefore(tokenEndsAt) && suspensions.isActive(submitter))
                .onTermination()
                .invoke(taken::leave);
    }
}
