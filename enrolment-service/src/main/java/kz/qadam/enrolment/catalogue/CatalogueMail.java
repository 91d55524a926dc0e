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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.chassis.kafka.EventMail;
import kz.qadam.chassis.kafka.ParkedEvent;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The newest versions of the catalogue's things that Kafka has not acknowledged. */
@ApplicationScoped
class CatalogueMail implements EventMail<CatalogueMail.Letter> {

    static final String NAME = "catalogue";
    private static final String TOPIC = "qadam.catalogue";
    private static final List<Class<? extends Described>> KINDS =
            List.of(Programme.class, Cohort.class, Course.class, Institution.class);

    /** One version of one thing, on its way. */
    record Letter(Class<? extends Described> kind, String code, int version, CloudEvent event) {}

    private final ObjectMapper json;

    /** What the seeds hold was recorded long ago, and waits since the service is there. */
    private final Instant start;

    CatalogueMail(ObjectMapper json, Clock clock) {
        this.json = json;
        this.start = clock.instant();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Letter> waiting(int most) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        unpublished("parked is null", most).map(this::letter).toList());
    }

    /** The oldest of all kinds first. */
    private static Stream<? extends Described> unpublished(String condition, int most) {
        return KINDS.stream()
                .flatMap(kind -> unpublished(kind, condition, most))
                .sorted(Comparator.comparing(thing -> thing.recordedAt))
                .limit(most);
    }

    private static Stream<? extends Described> unpublished(
            Class<? extends Described> kind, String condition, int most) {
        return Panache.getEntityManager()
                .createQuery(
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
        QuarkusTransaction.requiringNew()
                .run(() -> letters.stream()
                        .sorted(Comparator.comparing(Letter::code))
                        .forEach(letter -> update(
                                letter,
                                "publishedVersion = :version where code = :code and publishedVersion < :version")));
    }

    @Override
    public void park(Letter letter, String reason) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createQuery(
                                "update " + letter.kind().getSimpleName() + " set parked = :reason where code = :code")
                        .setParameter("reason", reason)
                        .setParameter("code", letter.code())
                        .executeUpdate());
    }

    private static void update(Letter letter, String change) {
        Panache.getEntityManager()
                .createQuery("update " + letter.kind().getSimpleName() + " set " + change)
                .setParameter("version", letter.version())
                .setParameter("code", letter.code())
                .executeUpdate();
    }

    @Override
    public long depth() {
        return QuarkusTransaction.requiringNew()
                .call(() -> KINDS.stream()
                        .mapToLong(kind -> Panache.getEntityManager()
                                .createQuery(
                                        "select count(*) from " + kind.getSimpleName()
                                                + " where publishedVersion < version",
                                        Long.class)
                                .getSingleResult())
                        .sum());
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
    public long countParked() {
        return parked(Integer.MAX_VALUE).size();
    }

    @Override
    public List<ParkedEvent> parked(int most) {
        return QuarkusTransaction.requiringNew()
                .call(() -> unpublished("parked is not null", most)
                        .map(thing -> letter(thing).event().parked(thing.parked, 0))
                        .toList());
    }

    @Override
    public int sendAgain(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> unpublished("parked is not null", Integer.MAX_VALUE)
                        .map(this::letter)
                        .filter(letter -> id == null || letter.event().id().equals(id))
                        .mapToInt(CatalogueMail::release)
                        .sum());
    }

    private static int release(Letter letter) {
        return Panache.getEntityManager()
                .createQuery("update " + letter.kind().getSimpleName() + " set parked = null where code = :code")
                .setParameter("code", letter.code())
                .executeUpdate();
    }
}
