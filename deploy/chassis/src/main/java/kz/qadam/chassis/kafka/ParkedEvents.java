package kz.qadam.chassis.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a service could not send, over all of its mails. */
@ApplicationScoped
public class ParkedEvents {

    private static final int MOST = 1_000;

    /** Which events are to be sent again. */
    @Schema(name = "SendAgain")
    public record SendAgain(
            @Schema(
                    description = "The id of a parked event; absent: all that are parked.",
                    examples = "6d3f4a0c-6b0f-5a52-8d0f-0c8a3b1c9e77")
            UUID id) {}

    /** How many events are sent again. */
    @Schema(name = "SentAgain")
    public record SentAgain(
            @Schema(
                    description = "How many events wait to be sent now. One that still cannot be sent is parked again.",
                    examples = "1")
            int events) {}

    private final Instance<EventMail<?>> mails;
    private final KafkaTraffic traffic;

    ParkedEvents(Instance<EventMail<?>> mails, KafkaTraffic traffic) {
        this.mails = mails;
        this.traffic = traffic;
    }

    /** The oldest first, at most a thousand. */
    public List<ParkedEvent> all() {
        return mails.stream()
                .flatMap(mail -> mail.parked(MOST).stream())
                .sorted(Comparator.comparing(ParkedEvent::time))
                .limit(MOST)
                .toList();
    }

    /**
     * Lets parked events be sent again.
     *
     * @param which null: all
     */
    public SentAgain sendAgain(SendAgain which) {
        UUID id = which == null ? null : which.id();
        int events = 0;
        for (EventMail<?> mail : mails) {
            events += mail.sendAgain(id);
            traffic.wake(mail.name());
        }
        return new SentAgain(events);
    }
}
