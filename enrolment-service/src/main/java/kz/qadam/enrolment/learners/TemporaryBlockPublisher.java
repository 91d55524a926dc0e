package kz.qadam.enrolment.learners;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.kafka.Outbox;
import kz.qadam.chassis.events.kafka.OutboxEvent;
import kz.qadam.chassis.events.kafka.StatePublisher;

/** Publishes which learners are blocked for a time. Who blocked them and why is not published. */
@Singleton
class TemporaryBlockPublisher extends StatePublisher {

    static final String TYPE = "kz.qadam.learner.blocked.v1";
    private static final String SUBJECT = "block/";

    private static final String NEWEST = """
            select person, lifted_at is null as blocked, array_agg(learner order by learner) as learners, version,
                   coalesce(lifted_at, blocked_at) as since, trace
              from blocked_learner where person = any(:ids)
             group by person, lifted_at, blocked_at, version, trace order by person
            """;

    private record Row(UUID person, boolean blocked, List<UUID> learners, int version, Instant since, String trace) {}

    /**
     * The data of the event.
     *
     * @param learners all ids of the person: the learner and its aliases
     */
    record State(UUID learnerId, boolean blocked, List<UUID> learners, int version, Instant recordedAt) {}

    private static final TableColumns<Row> COLUMNS = TableColumns.of(Row.class);

    TemporaryBlockPublisher(Outbox outbox) {
        super(
                outbox,
                "learner-blocks",
                "qadam.enrolments",
                SUBJECT,
                NEWEST,
                (row, context) -> event(COLUMNS.map(row, context)));
    }

    private static OutboxEvent event(Row row) {
        return new OutboxEvent(
                row.person().toString(),
                TYPE,
                SUBJECT + row.person(),
                row.version(),
                row.since(),
                new State(row.person(), row.blocked(), row.learners(), row.version(), row.since()),
                row.trace());
    }
}
