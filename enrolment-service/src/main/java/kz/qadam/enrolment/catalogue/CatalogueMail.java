package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.chassis.kafka.EventMail;
import kz.qadam.chassis.kafka.ParkedEvent;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** The newest versions of the catalogue's things that Kafka has not acknowledged. */
@ApplicationScoped
class CatalogueMail implements EventMail<CatalogueMail.Letter> {

    static final String NAME = "catalogue";
    private static final String TOPIC = "qadam.catalogue";
    private static final List<Class<? extends Described>> KINDS =
            List.of(Programme.class, Cohort.class, Course.class, Institution.class);

    /** One version of one thing, on its way. */
    record Letter(Class<? extends Described> kind, String code, int version, CloudEvent event) {}

    private final Database database;
    private final SessionFactory sessions;
    private final ObjectMapper json;

    /** What the seeds hold was recorded long ago, and waits since the service is there. */
    private final Instant start;

    CatalogueMail(Database database, SessionFactory sessions, ObjectMapper json, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.json = json;
        this.start = clock.instant();
    }

    @Override
    public String name() {
        return NAME;
    }

    /** On the relay's own connection, which no request can take. */
    @Override
    public List<Letter> waiting(int most) {
        return database.transaction(handle -> {
            try (Session session =
                    sessions.withOptions().connection(handle.getConnection()).openSession()) {
                return unpublished(session, "parked is null", most)
                        .map(this::letter)
                        .toList();
            }
        });
    }

    /** The oldest of all kinds first. */
    private static Stream<? extends Described> unpublished(Session session, String condition, int most) {
        return KINDS.stream()
                .flatMap(kind -> unpublished(session, kind, condition, most))
                .sorted(Comparator.comparing(thing -> thing.recordedAt))
                .limit(most);
    }

    private static Stream<? extends Described> unpublished(
            Session session, Class<? extends Described> kind, String condition, int most) {
        return session.createQuery(
                        "from " + kind.getSimpleName() + " where publishedVersion < version and " + condition
                                + " order by recordedAt",
                        kind)
                .setMaxResults(most)
                .getResultStream();
    }

    private Letter letter(Described thing) {
        String type = "kz.qadam.catalogue." + thing.kind() + "-described.v1";
        var event = new CloudEvent(
                CloudEvent.idOf(type, thing.subject(), thing.version),
                type,
                "/enrolment-service",
                thing.subject(),
                thing.recordedAt,
                thing.trace,
                written(thing.state()));
        return new Letter(thing.getClass(), thing.code, thing.version, event);
    }

    private String written(Object state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A state that cannot be written", e);
        }
    }

    @Override
    public ProducerRecord<byte[], byte[]> toRecord(Letter letter) {
        return letter.event().to(TOPIC, letter.event().subject());
    }

    /** In the order in which enrolling locks courses too. */
    @Override
    public void acknowledged(List<Letter> letters) {
        database.transaction(handle -> {
            letters.stream()
                    .sorted(Comparator.comparing(Letter::code))
                    .forEach(letter -> handle.createUpdate(
                                    "update "
                                            + table(letter.kind())
                                            + " set published_version = :version where code = :code and published_version < :version")
                            .bind("version", letter.version())
                            .bind("code", letter.code())
                            .execute());
            return null;
        });
    }

    @Override
    public void park(Letter letter, String reason) {
        database.transaction(handle -> handle.createUpdate(
                        "update " + table(letter.kind()) + " set parked = :reason where code = :code")
                .bind("reason", reason)
                .bind("code", letter.code())
                .execute());
    }

    @Override
    public long depth() {
        return count("published_version < version");
    }

    @Override
    public long countParked() {
        return count("published_version < version and parked is not null");
    }

    private long count(String condition) {
        return database.transaction(handle -> KINDS.stream()
                .mapToLong(kind -> handle.createQuery("select count(*) from " + table(kind) + " where " + condition)
                        .mapTo(Long.class)
                        .one())
                .sum());
    }

    private static String table(Class<? extends Described> kind) {
        return kind.getSimpleName().toLowerCase(Locale.ROOT);
    }

    @Override
    public Instant since(Letter letter) {
        return later(letter.event().time());
    }

    @Override
    public Optional<Instant> oldest() {
        return waiting(1).stream().map(this::since).findFirst();
    }

    private Instant later(Instant recordedAt) {
        return recordedAt.isAfter(start) ? recordedAt : start;
    }

    @Override
    public List<ParkedEvent> parked(int most) {
        return QuarkusTransaction.requiringNew()
                .call(() -> unpublished(Panache.getSession(), "parked is not null", most)
                        .map(thing -> letter(thing).event().parked(thing.parked, 0))
                        .toList());
    }

    @Override
    public int sendAgain(UUID id) {
        return change("parked = null", id);
    }

    /** As if it had been sent: a later version is sent again. */
    @Override
    public int discard(UUID id) {
        return change("publishedVersion = version, parked = null", id);
    }

    /** Changes the parked one with this id; null: all that are parked. */
    private int change(String change, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> unpublished(Panache.getSession(), "parked is not null", Integer.MAX_VALUE)
                        .map(this::letter)
                        .filter(letter -> id == null || letter.event().id().equals(id))
                        .mapToInt(letter -> change(change, letter))
                        .sum());
    }

    /** Nothing if it has changed meanwhile. */
    private static int change(String change, Letter letter) {
        return Panache.getEntityManager()
                .createQuery("update " + letter.kind().getSimpleName() + " set " + change
                        + " where code = :code and version = :version")
                .setParameter("code", letter.code())
                .setParameter("version", letter.version())
                .executeUpdate();
    }
}
