package kz.qadam.enrolment.enrolments;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.chassis.events.event.MayBeNull;
import kz.qadam.chassis.events.kafka.Outbox;
import kz.qadam.chassis.events.kafka.OutboxEvent;
import kz.qadam.chassis.events.kafka.StatePublisher;
import org.jdbi.v3.core.Handle;

/** Publishes each version of each enrolment, always with its whole state. */
@Singleton
public class EnrolmentPublisher extends StatePublisher {

    private static final String NEWEST = """
            select %s from %s where id = any(:ids) order by id
            """.formatted(EnrolmentRows.COLUMNS.names(), EnrolmentRows.TABLES);

    /**
     * The data of every event of an enrolment.
     *
     * @param cause in {@code corrected} events only: {@code corrected}, or {@code merged} after a merge of learners or
     *     its undoing
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
            @MayBeNull LocalDate withdrawnOn,
            @MayBeAbsent EnrolmentAttributes attributes,
            @MayBeAbsent String cause,
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
                    e.withdrawal() == null ? null : e.withdrawal().withdrawnOn(),
                    e.content().attributes().orNull(),
                    cause(e.origin().event()),
                    e.version(),
                    e.origin().recordedAt());
        }

        private static String cause(VersionOrigin.Event event) {
            return switch (event) {
                case CORRECTED -> event.toString();
                case MERGED, SPLIT -> VersionOrigin.Event.MERGED.toString();
                case ENROLLED, WITHDRAWN -> null;
            };
        }
    }

    EnrolmentPublisher(Outbox outbox) {
        super(
                outbox,
                "enrolments",
                "qadam.enrolments",
                "",
                NEWEST,
                (row, context) -> event(EnrolmentRows.COLUMNS.map(row, context)));
    }

    /** Adds an event for the current version of each of these enrolments. */
    void addAll(Handle database, List<Enrolment> changed) {
        add(database, changed.stream().map(EnrolmentPublisher::event).toList());
    }

    private static OutboxEvent event(Enrolment enrolment) {
        return new OutboxEvent(
                enrolment.content().learnerId().toString(),
                type(enrolment.origin().event()),
                enrolment.id().toString(),
                enrolment.version(),
                enrolment.origin().recordedAt(),
                State.of(enrolment),
                enrolment.origin().trace());
    }

    /** A merge and its undoing are published as corrections of the learner. */
    static String type(VersionOrigin.Event event) {
        VersionOrigin.Event published = switch (event) {
            case MERGED, SPLIT -> VersionOrigin.Event.CORRECTED;
            case ENROLLED, WITHDRAWN, CORRECTED -> event;
        };
        return "kz.qadam.enrolment." + published + ".v1";
    }
}
