package kz.qadam.enrolment.enrolments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.chassis.kafka.Mail;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The newest versions of enrolments that Kafka has not acknowledged. */
@ApplicationScoped
class EnrolmentMail implements Mail<EnrolmentMail.Letter> {

    static final String NAME = "enrolments";
    private static final String TOPIC = "qadam.enrolments";

    /** Each in its newest version: of two letters about one enrolment, both may carry the same. */
    private static final String WAITING = """
            select l.seq, trace, %s from enrolment_letter l join (%s) on id = l.enrolment_id
             where l.parked is null order by l.seq limit :most
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
        return database.transaction(handle -> {
            handle.execute(IN_ORDER);
            return handle.createQuery(WAITING)
                    .bind("most", most)
                    .map((row, context) ->
                            new Letter(row.getLong("seq"), EnrolmentRows.of(row), row.getString("trace")))
                    .list();
        });
    }

    @Override
    public ProducerRecord<byte[], byte[]> toRecord(Letter letter) {
        Enrolment enrolment = letter.enrolment();
        String type = type(enrolment.origin().event());
        String subject = enrolment.id().toString();
        var event = new CloudEvent(
                CloudEvent.idOf(type, subject, enrolment.version()),
                type,
                "/enrolment-service",
                subject,
                enrolment.origin().at(),
                letter.trace(),
                written(State.of(enrolment)));
        return event.to(TOPIC, enrolment.content().learnerId().toString());
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
}
