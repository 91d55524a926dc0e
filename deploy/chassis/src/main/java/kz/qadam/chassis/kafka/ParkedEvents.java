package kz.qadam.chassis.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.batch.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

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

    /** Which event is to be given up, and why. */
    @Schema(name = "Discard")
    public record Discard(
            @Schema(
                    required = true,
                    description = "The id of a parked event.",
                    examples = "6d3f4a0c-6b0f-5a52-8d0f-0c8a3b1c9e77")
            UUID id,

            @Schema(
                    required = true,
                    maxLength = 1_000,
                    description = "For those who ask later: it is written to the service's log.",
                    examples = "A tally of an institution that does not exist.")
            String reason) {

        /**
         * Reads it.
         *
         * @throws kz.qadam.chassis.problem.Problem if it cannot be read, or names a person
         */
        public static Discard read(Fields fields) {
            fields.require("id", "reason");
            Discard discard = new Discard(fields.uuid("id"), fields.freeText("reason", 1_000));
            fields.problem().ifPresent(problem -> {
                throw problem;
            });
            return discard;
        }
    }

    /** How many events are given up. */
    @Schema(name = "Discarded")
    public record Discarded(
            @Schema(description = "1, or 0 if no such event is parked.", examples = "1")
            int events) {}

    private static final Logger LOG = Logger.getLogger(ParkedEvents.class);

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

    /**
     * Gives a parked event up. That, and why, is left in the log, without what the event is about.
     *
     * @param by whose decision it is
     */
    public Discarded discard(Discard which, String by) {
        int events = 0;
        for (EventMail<?> mail : mails) {
            int discarded = mail.discard(which.id());
            if (discarded > 0) {
                LOG.warnf("%s discarded the parked event %s of %s: %s", by, which.id(), mail.name(), which.reason());
                traffic.wake(mail.name());
            }
            events += discarded;
        }
        return new Discarded(events);
    }
}
