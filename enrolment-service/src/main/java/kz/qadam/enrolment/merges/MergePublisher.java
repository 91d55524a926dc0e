package kz.qadam.enrolment.merges;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.kafka.Outbox;
import kz.qadam.chassis.kafka.OutboxEvent;
import kz.qadam.chassis.kafka.Publisher;
import org.jdbi.v3.core.Handle;

/** Publishes which learner is an alias of which. The reasons of merges are not published. */
@Singleton
class MergePublisher extends Publisher {

    private static final String NEWEST = """
            select %s, trace from learner_merge where absorbed = any(:absorbed) order by absorbed
            """.formatted(MergeRows.COLUMNS.names());

    private record State(UUID learnerId, UUID into, int version, Instant recordedAt) {}

    MergePublisher(Outbox outbox) {
        super(outbox, "learner-merges", "qadam.enrolments");
    }

    @Override
    protected List<OutboxEvent> newest(Handle database, Collection<String> subjects) {
        return database.createQuery(NEWEST)
                .bindArray(
                        "absorbed",
                        UUID.class,
                        subjects.stream().map(UUID::fromString).toList())
                .map((row, context) -> event(MergeRows.COLUMNS.map(row, context), row.getString("trace")))
                .list();
    }

    private static OutboxEvent event(Merge merge, String trace) {
        String absorbed = merge.absorbed().toString();
        return new OutboxEvent(
                absorbed,
                "kz.qadam.learner.merged.v1",
                absorbed,
                merge.version(),
                merge.recordedAt(),
                new State(merge.absorbed(), merge.surviving(), merge.version(), merge.recordedAt()),
                trace);
    }
}
