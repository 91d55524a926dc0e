package kz.qadam.enrolment.erasure;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.kafka.Outbox;
import kz.qadam.chassis.events.kafka.OutboxEvent;
import kz.qadam.chassis.events.kafka.StatePublisher;

/** Publishes which learners are blocked and erased. Who asked for it and why is not published. */
@Singleton
class ErasurePublisher extends StatePublisher {

    static final String TYPE = "kz.qadam.learner.erased.v1";
    private static final String SUBJECT = "erasure/";

    private static final String NEWEST = """
            select e.learner, e.state, e.version, coalesce(e.erased_at, e.blocked_at) as since, e.trace,
                   array(select b.learner from blocked_learner b where b.erasure = e.id order by 1) as learners,
                   array(select n.id from enrolment n join blocked_learner b on b.learner = n.learner_id
                          where b.erasure = e.id order by 1) as enrolments
              from erasure e where e.learner = any(:ids) order by e.learner
            """;

    private record Row(
            UUID learner,
            ErasureState state,
            int version,
            Instant since,
            String trace,
            List<UUID> learners,
            List<UUID> enrolments) {}

    /**
     * The data of the event.
     *
     * @param learners all ids of the person: the learner and its aliases
     * @param enrolments all enrolments under these ids
     */
    record State(
            UUID learnerId,
            ErasureState state,
            List<UUID> learners,
            List<UUID> enrolments,
            int version,
            Instant recordedAt) {}

    private static final TableColumns<Row> COLUMNS = TableColumns.of(Row.class);

    ErasurePublisher(Outbox outbox) {
        super(
                outbox,
                "erasures",
                "qadam.enrolments",
                SUBJECT,
                NEWEST,
                (row, context) -> event(COLUMNS.map(row, context)));
    }

    private static OutboxEvent event(Row row) {
        return new OutboxEvent(
                row.learner().toString(),
                TYPE,
                SUBJECT + row.learner(),
                row.version(),
                row.since(),
                new State(row.learner(), row.state(), row.learners(), row.enrolments(), row.version(), row.since()),
                row.trace());
    }
}
