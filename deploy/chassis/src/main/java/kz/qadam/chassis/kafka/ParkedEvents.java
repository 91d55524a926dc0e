package kz.qadam.chassis.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.database.Database;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

/** What a service could not send, of all of its publishers. */
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

    /** Behind a parked event waits what shares its key and may not be sent now. */
    private static final String LIST = """
            select id, type, subject, time, parked,
                   (select count(*) from outbox_event e
                     where e.publisher = p.publisher and e.key = p.key and e.parked is null and not (%s))
              from outbox_event p where publisher = :publisher and parked is not null order by seq limit :most
            """;

    private static final String SEND_AGAIN = """
            update outbox_event set parked = null
             where parked is not null and (:id::uuid is null or id = :id::uuid) returning publisher
            """;

    private static final String DISCARD = """
            delete from outbox_event where parked is not null and id = :id returning publisher
            """;

    private final Instance<Publisher> publishers;
    private final Database database;
    private final KafkaTraffic traffic;

    ParkedEvents(Instance<Publisher> publishers, Database database, KafkaTraffic traffic) {
        this.publishers = publishers;
        this.database = database;
        this.traffic = traffic;
    }

    /** The oldest first, at most a thousand. */
    public List<ParkedEvent> all() {
        return publishers.stream()
                .flatMap(publisher -> of(publisher).stream())
                .sorted(Comparator.comparing(ParkedEvent::time))
                .limit(MOST)
                .toList();
    }

    private List<ParkedEvent> of(Publisher publisher) {
        return database.transaction(handle -> handle.createQuery(LIST.formatted(publisher.mayBeSent()))
                .bind("publisher", publisher.name())
                .bind("most", MOST)
                .map((row, context) -> new ParkedEvent(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5),
                        row.getInt(6)))
                .list());
    }

    /**
     * Lets parked events be sent again.
     *
     * @param which null: all
     */
    public SentAgain sendAgain(SendAgain which) {
        List<String> changed = change(SEND_AGAIN, which == null ? null : which.id());
        return new SentAgain(changed.size());
    }

    /**
     * Gives a parked event up: it is never sent, and what waits behind it follows. That, and why, is left in the log, without
     * what the event is about.
     *
     * @param by whose decision it is
     */
    public Discarded discard(Discard which, String by) {
        List<String> changed = change(DISCARD, which.id());
        changed.forEach(publisher ->
                LOG.warnf("%s discarded the parked event %s of %s: %s", by, which.id(), publisher, which.reason()));
        return new Discarded(changed.size());
    }

    /** Returns the publishers of the events that were changed, one for each event. */
    private List<String> change(String sql, UUID id) {
        List<String> changed = database.transaction(handle -> handle.createQuery(sql)
                .bindByType("id", id, UUID.class)
                .mapTo(String.class)
                .list());
        Set.copyOf(changed).forEach(traffic::wake);
        return changed;
    }
}
