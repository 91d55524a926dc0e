package kz.qadam.enrolment.enrolments;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.kafka.Outbox;
import kz.qadam.chassis.kafka.OutboxEvent;
import kz.qadam.chassis.kafka.Publisher;
import org.jdbi.v3.core.Handle;

/** Publishes each version of each enrolment, always with its whole state. */
@Singleton
public class EnrolmentPublisher extends Publisher {

    private static final String NEWEST = """
            select trace, %s from %s where id = any(:ids) order by id
            """.formatted(EnrolmentRows.COLUMNS, EnrolmentRows.TABLES);

    /**
     * The data of every event of an enrolment.
     *
     * @param cause in {@code corrected} events only: {@code corrected}, or {@code merged} after a merge of learners
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

    EnrolmentPublisher(Outbox outbox) {
        super(outbox, "enrolments", "qadam.enrolments");
    }

    /** Adds events for those new enrolments that were kept, each with the trace of its request. */
    void addKept(Handle database, Collection<Enrolment> fresh, List<String> traces, Set<UUID> kept) {
        List<OutboxEvent> events = new ArrayList<>(kept.size());
        int i = 0;
        for (Enrolment enrolment : fresh) {
            String trace = traces.get(i++);
            if (kept.contains(enrolment.id())) {
                events.add(event(enrolment, trace));
            }
        }
        add(database, events);
    }

    void addAll(Handle database, List<Enrolment> changed, String trace) {
        add(database, changed.stream().map(enrolment -> event(enrolment, trace)).toList());
    }

    @Override
    protected List<OutboxEvent> newest(Handle database, Collection<String> subjects) {
        return database.createQuery(NEWEST)
                .bindArray(
                        "ids",
                        UUID.class,
                        subjects.stream().map(UUID::fromString).toList())
                .map((row, context) -> event(EnrolmentRows.of(row), row.getString("trace")))
                .list();
    }

    private static OutboxEvent event(Enrolment enrolment, String trace) {
        return new OutboxEvent(
                enrolment.content().learnerId().toString(),
                type(enrolment.origin().event()),
                enrolment.id().toString(),
                enrolment.version(),
                enrolment.origin().at(),
                State.of(enrolment),
                trace);
    }

    /** A merge is published as a correction of the learner. */
    private static String type(Origin.Event event) {
        Origin.Event published = event == Origin.Event.MERGED ? Origin.Event.CORRECTED : event;
        return "kz.qadam.enrolment." + published.word() + ".v1";
    }
}
