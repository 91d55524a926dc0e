package kz.qadam.enrolment.merges;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.kafka.Outbox;
import kz.qadam.chassis.events.kafka.OutboxEvent;
import kz.qadam.chassis.events.kafka.StatePublisher;

/**
 * Publishes which learner is an alias of which, and that a learner is its own again after a split. The reasons are not
 * published.
 */
@Singleton
class MergePublisher extends StatePublisher {

    static final String TYPE = "kz.qadam.learner.merged.v1";

    private static final TableColumns<Alias> ALIAS = TableColumns.of(Alias.class);

    /** After a split the learner leads to itself; the versions go on. */
    private static final String NEWEST = """
            select distinct on (absorbed) %s
              from (select absorbed, surviving, version, recorded_at, trace from learner_merge
                     where absorbed = any(:ids)
                    union all
                    select absorbed, absorbed, version, decided_at, trace from learner_split
                     where absorbed = any(:ids)) as alias
             order by absorbed, version desc
            """.formatted(ALIAS.names());

    private record Alias(UUID absorbed, UUID surviving, int version, Instant recordedAt, String trace) {}

    record State(UUID learnerId, UUID into, int version, Instant recordedAt) {}

    MergePublisher(Outbox outbox) {
        super(
                outbox,
                "learner-merges",
                "qadam.enrolments",
                "",
                NEWEST,
                (row, context) -> event(ALIAS.map(row, context)));
    }

    private static OutboxEvent event(Alias alias) {
        String absorbed = alias.absorbed().toString();
        return new OutboxEvent(
                absorbed,
                TYPE,
                absorbed,
                alias.version(),
                alias.recordedAt(),
                new State(alias.absorbed(), alias.surviving(), alias.version(), alias.recordedAt()),
                alias.trace());
    }
}
