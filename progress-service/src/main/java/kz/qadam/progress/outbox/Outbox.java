package kz.qadam.progress.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.chassis.kafka.EventMail;
import kz.qadam.chassis.kafka.KafkaTraffic;
import kz.qadam.chassis.kafka.Mail;
import kz.qadam.chassis.kafka.ParkedEvent;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Handle;

/** Facts wait here, in the transaction of their cause, until Kafka has acknowledged them. */
@ApplicationScoped
public class Outbox implements EventMail<Outbox.Message> {

    /** A fact that waits. */
    record Message(long seq, String key, CloudEvent event) {}

    private static final String TOPIC = "qadam.completions";
    private static final String SOURCE = "/progress-service";
    private static final String NAME = "completions";

    private static final String ADD = """
            insert into outbox (id, key, type, subject, time, trace, data)
            select * from unnest(:ids, :keys, :types, :subjects, :times::timestamptz[], :traces, :data)
            """;

    /**
     * What is before the event that a cohort was evaluated, and must have arrived before it: all but tallies, and but what
     * will never be sent as it is.
     */
    private static final String AWAITED = """
            select from outbox earlier
             where earlier.seq < outbox.seq and earlier.type <> '%s' and earlier.parked is distinct from '%s'
            """.formatted(Fact.INTAKE_TALLIED, ParkedEvent.LOOKS_LIKE_NUMBER);

    /**
     * What shares its key with a parked one waits for somebody to look. Those keys are few, and read once. That a cohort was
     * evaluated is not said before all that follows from it, and all completions that came before, have arrived. A parked
     * completion is before it too.
     */
    private static final String WAITING = """
            select seq, id, key, type, subject, time, trace, data from outbox
             where parked is null and seq > :after
               and key <> all (array(select key from outbox where parked is not null))
               and (type <> '%s' or not exists (%s))
             order by seq limit :most
            """.formatted(Fact.COHORT_EVALUATED, AWAITED);

    /** What waits for all before it does not wait for longer than they do. */
    private static final String OLDEST = """
            select time from outbox
             where parked is null and key <> all (array(select key from outbox where parked is not null))
               and (type <> '%s' or not exists (%s))
             order by seq limit 1
            """.formatted(Fact.COHORT_EVALUATED, AWAITED);

    private static final String PARKED = """
            select id, type, subject, time, parked,
                   (select count(*) from outbox o where o.key = p.key and o.parked is null)
              from outbox p where parked is not null order by seq limit :most
            """;

    private static final String SEND_AGAIN = """
            update outbox set parked = null where parked is not null and (:id::uuid is null or id = :id::uuid)
            """;

    private final Database database;
    private final ObjectMapper json;
    private final KafkaTraffic traffic;

    Outbox(Database database, ObjectMapper json, KafkaTraffic traffic) {
        this.database = database;
        this.json = json;
        this.traffic = traffic;
    }

    /** Adds facts; those about one subject in the order of their versions. */
    public void add(Handle handle, List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        handle.createUpdate(ADD)
                .bindArray("ids", UUID.class, facts.stream().map(Outbox::id).toList())
                .bindArray("keys", String.class, facts.stream().map(Fact::key).toList())
                .bindArray("types", String.class, facts.stream().map(Fact::type).toList())
                .bindArray(
                        "subjects",
                        String.class,
                        facts.stream().map(Fact::subject).toList())
                .bindArray(
                        "times", Instant.class, facts.stream().map(Fact::time).toList())
                .bindArray(
                        "traces", String.class, facts.stream().map(Fact::trace).toList())
                .bindArray("data", String.class, facts.stream().map(this::data).toList())
                .execute();
    }

    /** To be called after a commit that added something. */
    public void wake() {
        traffic.wake(NAME);
    }

    private static UUID id(Fact fact) {
        return CloudEvent.idOf(fact.type(), fact.subject(), fact.version());
    }

    private String data(Fact fact) {
        try {
            return json.writeValueAsString(fact.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A fact that is no JSON: " + fact.type(), e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Message> waiting(int most) {
        return waiting(0, most);
    }

    @Override
    public long position(Message message) {
        return message.seq();
    }

    @Override
    public Instant since(Message message) {
        return message.event().time();
    }

    @Override
    public List<Message> waiting(long after, int most) {
        return database.transaction(handle -> {
            handle.execute(IN_ORDER);
            return handle.createQuery(WAITING)
                    .bind("after", after)
                    .bind("most", most)
                    .map((row, context) -> new Message(
                            row.getLong(1),
                            row.getString(3),
                            new CloudEvent(
                                    row.getObject(2, UUID.class),
                                    row.getString(4),
                                    SOURCE,
                                    row.getString(5),
                                    row.getObject(6, OffsetDateTime.class).toInstant(),
                                    row.getString(7),
                                    row.getString(8))))
                    .list();
        });
    }

    @Override
    public ProducerRecord<byte[], byte[]> toRecord(Message message) {
        return message.event().to(TOPIC, message.key());
    }

    @Override
    public void acknowledged(List<Message> messages) {
        Mail.delete(database, "outbox", messages.stream().map(Message::seq).toList());
    }

    @Override
    public void park(Message message, String reason) {
        database.transaction(handle -> handle.createUpdate("update outbox set parked = :reason where seq = :seq")
                .bind("reason", reason)
                .bind("seq", message.seq())
                .execute());
    }

    @Override
    public long depth() {
        return database.transaction(handle -> handle.createQuery("select count(*) from outbox")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Optional<Instant> oldest() {
        return database.transaction(handle -> {
            handle.execute(IN_ORDER);
            return handle.createQuery(OLDEST)
                    .map((row, context) ->
                            row.getObject(1, OffsetDateTime.class).toInstant())
                    .findOne();
        });
    }

    @Override
    public long countParked() {
        return database.transaction(handle -> handle.createQuery("select count(*) from outbox where parked is not null")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public List<ParkedEvent> parked(int most) {
        return database.transaction(handle -> handle.createQuery(PARKED)
                .bind("most", most)
                .map((row, context) -> new ParkedEvent(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5),
                        row.getInt(6)))
                .list());
    }

    @Override
    public int sendAgain(UUID id) {
        return database.transaction(handle ->
                handle.createUpdate(SEND_AGAIN).bindByType("id", id, UUID.class).execute());
    }

    @Override
    public int discard(UUID id) {
        return database.transaction(
                handle -> handle.createUpdate("delete from outbox where id = :id and parked is not null")
                        .bind("id", id)
                        .execute());
    }
}
