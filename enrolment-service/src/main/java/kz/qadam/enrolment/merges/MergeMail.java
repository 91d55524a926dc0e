package kz.qadam.enrolment.merges;

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
import kz.qadam.chassis.kafka.ParkedEvent;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The newest versions of merges that Kafka has not acknowledged. Their reasons stay here. */
@ApplicationScoped
class MergeMail implements EventMail<MergeMail.Letter> {

    static final String NAME = "learner-merges";
    private static final String TOPIC = "qadam.enrolments";
    private static final String TYPE = "kz.qadam.learner.merged.v1";

    private static final String WAITING = """
            select %s, trace from learner_merge
             where published_version < version and parked is null order by changed limit :most
            """.formatted(MergeRows.COLUMNS);

    private static final String PARKED = """
            select %s, trace, parked from learner_merge
             where published_version < version and parked is not null order by changed limit :most
            """.formatted(MergeRows.COLUMNS);

    /** As if it had been sent: a later version is sent again. */
    private static final String DISCARD = """
            update learner_merge set published_version = version, parked = null
             where absorbed = any(:absorbed) and parked is not null
            """;

    private static final String OLDEST = """
            select min(recorded_at) from learner_merge where published_version < version and parked is null
            """;

    private static final String ACKNOWLEDGED = """
            update learner_merge m set published_version = a.version
              from unnest(:ids, :versions) as a (id, version)
             where m.absorbed = a.id and m.published_version < a.version
            """;

    /** One version of one merge, on its way. */
    record Letter(Merge merge, String trace) {}

    private record State(UUID learnerId, UUID into, int version, Instant recordedAt) {}

    private final Database database;
    private final ObjectMapper json;

    MergeMail(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Letter> waiting(int most) {
        return database.transaction(handle -> handle.createQuery(WAITING)
                .bind("most", most)
                .map((row, context) -> new Letter(MergeRows.of(row), row.getString("trace")))
                .list());
    }

    @Override
    public ProducerRecord<byte[], byte[]> toRecord(Letter letter) {
        return event(letter).to(TOPIC, letter.merge().absorbed().toString());
    }

    private CloudEvent event(Letter letter) {
        Merge merge = letter.merge();
        String absorbed = merge.absorbed().toString();
        return new CloudEvent(
                CloudEvent.idOf(TYPE, absorbed, merge.version()),
                TYPE,
                "/enrolment-service",
                absorbed,
                merge.recordedAt(),
                letter.trace(),
                written(new State(merge.absorbed(), merge.surviving(), merge.version(), merge.recordedAt())));
    }

    private String written(State state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A state that cannot be written", e);
        }
    }

    @Override
    public void acknowledged(List<Letter> letters) {
        database.transaction(handle -> handle.createUpdate(ACKNOWLEDGED)
                .bindArray(
                        "ids",
                        UUID.class,
                        letters.stream()
                                .map(letter -> letter.merge().absorbed())
                                .toList())
                .bindArray(
                        "versions",
                        Integer.class,
                        letters.stream().map(letter -> letter.merge().version()).toList())
                .execute());
    }

    @Override
    public void park(Letter letter, String reason) {
        database.transaction(
                handle -> handle.createUpdate("update learner_merge set parked = :reason where absorbed = :id")
                        .bind("reason", reason)
                        .bind("id", letter.merge().absorbed())
                        .execute());
    }

    @Override
    public long depth() {
        return count("published_version < version");
    }

    private long count(String condition) {
        return database.transaction(
                handle -> handle.createQuery("select count(*) from learner_merge where " + condition)
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public Instant since(Letter letter) {
        return letter.merge().recordedAt();
    }

    @Override
    public Optional<Instant> oldest() {
        return database.transaction(handle -> handle.createQuery(OLDEST)
                .map((row, context) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .one());
    }

    @Override
    public long countParked() {
        return count("published_version < version and parked is not null");
    }

    @Override
    public List<ParkedEvent> parked(int most) {
        return database.transaction(handle -> handle.createQuery(PARKED)
                .bind("most", most)
                .map((row, context) -> event(new Letter(MergeRows.of(row), row.getString("trace")))
                        .parked(row.getString("parked"), 0))
                .list());
    }

    @Override
    public int sendAgain(UUID id) {
        return change("update learner_merge set parked = null where absorbed = any(:absorbed)", id);
    }

    @Override
    public int discard(UUID id) {
        return change(DISCARD, id);
    }

    /** Changes the parked one with this id; null: all that are parked. */
    private int change(String sql, UUID id) {
        List<UUID> absorbed = parked(Integer.MAX_VALUE).stream()
                .filter(parked -> id == null || parked.id().equals(id))
                .map(parked -> UUID.fromString(parked.subject()))
                .toList();
        return database.transaction(handle -> handle.createUpdate(sql)
                .bindArray("absorbed", UUID.class, absorbed)
                .execute());
    }
}
