package kz.qadam.enrolment.enrolments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.chassis.kafka.EventMail;
import kz.qadam.chassis.kafka.Mail;
import kz.qadam.chassis.kafka.ParkedEvent;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The newest versions of enrolments that Kafka has not acknowledged. */
@ApplicationScoped
class EnrolmentMail implements EventMail<EnrolmentMail.Letter> {

    static final String NAME = "enrolments";
    private static final String TOPIC = "qadam.enrolments";

    /** Each in its newest version: of two letters about one enrolment, both may carry the same. */
    private static final String WAITING = """
            select l.seq, trace, %s from enrolment_letter l join (%s) on id = l.enrolment_id
             where l.parked is null and l.seq > :after order by l.seq limit :most
            """.formatted(EnrolmentRows.COLUMNS, EnrolmentRows.TABLES);

    private static final String OLDEST = """
            select recorded_at from enrolment_letter l join enrolment on id = l.enrolment_id
             where l.parked is null order by l.seq limit 1
            """;

    private static final String PARKED = """
            select l.seq, l.parked, trace, %s from enrolment_letter l join (%s) on id = l.enrolment_id
             where l.parked is not null order by l.seq limit :most
            """.formatted(EnrolmentRows.COLUMNS, EnrolmentRows.TABLES);

    /** One version of one enrolment, on its way. */
    record Letter(long seq, Enrolment enrolment, String trace) {}

    /**
     * What every event of an enrolment holds.
     *
     * @param cause in a correction: whether an institution was corrected, or its learner turned out to be another
     */
    record State(
            UUID enrolmentId,
            String reference,
            String institution,
            UUID learnerId,
            String course,
            String cohort,
            String region,
            LocalDate enrolledOn,
            LocalDate withdrawnOn,
            @JsonInclude(JsonInclude.Include.NON_NULL) String cause,
            int version,
            Instant recordedAt) {

        static State of(Enrolment e) {
            return new State(
                    e.id(),
                    e.reference(),
                    e.institution(),
                    e.content().learnerId(),
                    e.content().course(),
                    e.content().cohort(),
                    e.region(),
                    e.content().enrolledOn(),
                    e.withdrawal() == null ? null : e.withdrawal().on(),
                    cause(e.origin().event()),
                    e.version(),
                    e.origin().at());
        }

        private static String cause(Origin.Event event) {
            return switch (event) {
                case CORRECTED, MERGED -> event.word();
                case ENROLLED, WITHDRAWN -> null;
            };
        }
    }

    private final Database database;
    private final ObjectMapper json;

    EnrolmentMail(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Letter> waiting(int most) {
        return waiting(0, most);
    }

    @Override
    public List<Letter> waiting(long after, int most) {
        return database.transaction(handle -> {
            handle.execute(IN_ORDER);
            return handle.createQuery(WAITING)
                    .bind("after", after)
                    .bind("most", most)
                    .map((row, context) ->
                            new Letter(row.getLong("seq"), EnrolmentRows.of(row), row.getString("trace")))
                    .list();
        });
    }

    @Override
    public long position(Letter letter) {
        return letter.seq();
    }

    @Override
    public Instant since(Letter letter) {
        return letter.enrolment().origin().at();
    }

    @Override
    public ProducerRecord<byte[], byte[]> toRecord(Letter letter) {
        return event(letter).to(TOPIC, letter.enrolment().content().learnerId().toString());
    }

    private CloudEvent event(Letter letter) {
        Enrolment enrolment = letter.enrolment();
        String type = type(enrolment.origin().event());
        String subject = enrolment.id().toString();
        return new CloudEvent(
                CloudEvent.idOf(type, subject, enrolment.version()),
                type,
                "/enrolment-service",
                subject,
                enrolment.origin().at(),
                letter.trace(),
                written(State.of(enrolment)));
    }

    /** For who listens, a merge corrects whose the enrolment is. */
    private static String type(Origin.Event event) {
        Origin.Event told = event == Origin.Event.MERGED ? Origin.Event.CORRECTED : event;
        return "kz.qadam.enrolment." + told.word() + ".v1";
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
        Mail.delete(
                database, "enrolment_letter", letters.stream().map(Letter::seq).toList());
    }

    @Override
    public void park(Letter letter, String reason) {
        database.transaction(
                handle -> handle.createUpdate("update enrolment_letter set parked = :reason where seq = :seq")
                        .bind("reason", reason)
                        .bind("seq", letter.seq())
                        .execute());
    }

    @Override
    public long depth() {
        return database.transaction(handle -> handle.createQuery("select count(*) from enrolment_letter")
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
        return database.transaction(
                handle -> handle.createQuery("select count(*) from enrolment_letter where parked is not null")
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public List<ParkedEvent> parked(int most) {
        return parkedBySeq(most).values().stream().toList();
    }

    private Map<Long, ParkedEvent> parkedBySeq(int most) {
        Map<Long, ParkedEvent> parked = new LinkedHashMap<>();
        database.transaction(handle -> handle.createQuery(PARKED)
                .bind("most", most)
                .map((row, context) -> {
                    Letter letter = new Letter(row.getLong("seq"), EnrolmentRows.of(row), row.getString("trace"));
                    parked.put(letter.seq(), event(letter).parked(row.getString("parked"), 0));
                    return letter.seq();
                })
                .list());
        return parked;
    }

    @Override
    public int sendAgain(UUID id) {
        return change("update enrolment_letter set parked = null where seq = any(:seqs)", id);
    }

    @Override
    public int discard(UUID id) {
        return change("delete from enrolment_letter where seq = any(:seqs) and parked is not null", id);
    }

    /** Changes the parked one with this id; null: all that are parked. */
    private int change(String sql, UUID id) {
        List<Long> seqs = parkedBySeq(Integer.MAX_VALUE).entrySet().stream()
                .filter(parked -> id == null || parked.getValue().id().equals(id))
                .map(Map.Entry::getKey)
                .toList();
        return database.transaction(handle ->
                handle.createUpdate(sql).bindArray("seqs", Long.class, seqs).execute());
    }
}
