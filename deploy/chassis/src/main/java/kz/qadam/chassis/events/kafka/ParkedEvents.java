package kz.qadam.chassis.events.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.trail.Recording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

/** The parked events of all publishers of a service. */
@ApplicationScoped
public class ParkedEvents {

    private static final int MOST = 1_000;

    /** A request to send parked events again. */
    @Schema(name = "SendAgain")
    public record SendAgain(
            @Schema(
                    description = "The id of a parked event; if absent, all parked events.",
                    examples = "6d3f4a0c-6b0f-5a52-8d0f-0c8a3b1c9e77")
            UUID id) {

        private static final ItemReader<SendAgain> READER = ItemReader.of(SendAgain.class);

        /**
         * Reads a request.
         *
         * @throws kz.qadam.chassis.http.problem.Problem if it cannot be read
         */
        public static SendAgain read(ItemFields fields) {
            return READER.readOrThrow(fields);
        }
    }

    /** How many events are sent again. */
    @Schema(name = "SentAgain")
    public record SentAgain(
            @Schema(
                    description = "How many events are now waiting to be sent. An event that still cannot be sent is"
                            + " parked again.",
                    examples = "1")
            int events) {}

    /** A request to discard a parked event, with the reason. */
    @Schema(name = "Discard")
    public record Discard(
            @Schema(description = "The id of a parked event.", examples = "6d3f4a0c-6b0f-5a52-8d0f-0c8a3b1c9e77")
            @NotNull
            UUID id,

            @Schema(
                    description = "For later readers: it is written to the service's log. It must not name a person.",
                    examples = "A tally of an institution that does not exist.")
            @NotNull
            @Size(max = 1_000)
            @FreeText
            String reason) {

        private static final ItemReader<Discard> READER = ItemReader.of(Discard.class);

        /**
         * Reads a request.
         *
         * @throws kz.qadam.chassis.http.problem.Problem if it cannot be read, or names a person
         */
        public static Discard read(ItemFields fields) {
            return READER.readOrThrow(fields);
        }
    }

    /** How many events are discarded. */
    @Schema(name = "Discarded")
    public record Discarded(
            @Schema(description = "1, or 0 if no such event is parked.", examples = "1")
            int events) {}

    private static final Logger LOG = Logger.getLogger(ParkedEvents.class);
    private static final TableColumns<ParkedEvent> PARKED = TableColumns.of(ParkedEvent.class);

    /** Lists parked events. The events with the same key that may not be sent now wait behind a parked event. */
    private static final String LIST = """
            select id, type, subject, time, parked as reason,
                   (select count(*) from outbox_event e
                     where e.publisher = p.publisher and e.key = p.key and e.parked is null and not (%s))
                       as held_up
              from outbox_event p where publisher = :publisher and parked is not null order by seq limit :most
            """;

    private static final String SEND_AGAIN = """
            update outbox_event set parked = null
             where parked is not null and (:id::uuid is null or id = :id::uuid) returning publisher
            """;

    private static final String DISCARD = """
            delete from outbox_event where parked is not null and id = :id returning publisher
            """;

    private final Instance<EventPublisher> publishers;
    private final Database database;
    private final KafkaStarter traffic;
    private final Recording recording;

    ParkedEvents(Instance<EventPublisher> publishers, Database database, KafkaStarter traffic, Recording recording) {
        this.publishers = publishers;
        this.recording = recording;
        this.database = database;
        this.traffic = traffic;
    }

    /** The parked events, the oldest first, at most a thousand. */
    public List<ParkedEvent> all() {
        return publishers.stream()
                .flatMap(publisher -> of(publisher).stream())
                .sorted(Comparator.comparing(ParkedEvent::time))
                .limit(MOST)
                .toList();
    }

    private List<ParkedEvent> of(EventPublisher publisher) {
        return database.transaction(handle -> handle.createQuery(LIST.formatted(publisher.mayBeSent()))
                .bind("publisher", publisher.name())
                .bind("most", MOST)
                .map(PARKED)
                .list());
    }

    /**
     * Sends parked events again.
     */
    public SentAgain sendAgain(SendAgain which) {
        List<String> changed = change(SEND_AGAIN, which.id(), null);
        return new SentAgain(changed.size());
    }

    /**
     * Discards a parked event: it is never sent, and the events behind it follow. The log records this with the reason,
     * but without the event's subject.
     *
     * @param by who decides it
     */
    public Discarded discard(Discard which, String by) {
        List<String> changed = change(DISCARD, which.id(), which.reason());
        changed.forEach(publisher ->
                LOG.warnf("%s discarded the parked event %s of %s: %s", by, which.id(), publisher, which.reason()));
        return new Discarded(changed.size());
    }

    /** Changes parked events, and returns the publisher of each changed event. */
    private List<String> change(String sql, UUID id, String reason) {
        List<String> changed = database.transaction(handle -> {
            List<String> publishersOfThem = handle.createQuery(sql)
                    .bindByType("id", id, UUID.class)
                    .mapTo(String.class)
                    .list();
            if (!publishersOfThem.isEmpty()) {
                recording.addWrite(handle, id == null ? null : id.toString(), reason);
            }
            return publishersOfThem;
        });
        Set.copyOf(changed).forEach(traffic::wake);
        return changed;
    }
}
