package kz.qadam.chassis.events.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;

/** Starts the readers of a service, each in a thread of its own: none waits for other events, a rebuild or a lock. */
@ApplicationScoped
public class CompactedTopicReaders {

    private static final Duration REST = Duration.ofMillis(500);

    private final Map<String, Object> kafka;
    private final BackgroundLoops loops;
    private final IntakeConfig intake;
    private final Database database;
    private final DeadLetters deadLetters;
    private final List<CompactedTopicReader> started = new CopyOnWriteArrayList<>();

    CompactedTopicReaders(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            BackgroundLoops loops,
            IntakeConfig intake,
            Database database,
            DeadLetters deadLetters) {
        this.kafka = kafka;
        this.loops = loops;
        this.intake = intake;
        this.database = database;
        this.deadLetters = deadLetters;
    }

    /**
     * Starts a reader, if this service takes events in.
     *
     * @param name of its thread
     * @param owners of the types, as {@link EventConsumer#owners()} names them
     * @param work takes in the events of one poll, in their order, and returns those that cannot be taken in
     */
    public void start(
            String name,
            String topic,
            Map<String, String> owners,
            Function<List<DeliveredEvent>, List<DeadLetter>> work) {
        if (intake.enabled()) {
            var reader = new CompactedTopicReader(kafka, topic, owners, work, this::keepDeadLetters);
            started.add(reader);
            loops.start(name, REST, () -> {
                reader.poll();
                return true;
            });
        }
    }

    /** A reader reads everything again at each start: what was kept before is not kept twice. */
    private void keepDeadLetters(List<DeadLetter> letters) {
        database.transaction(handle -> deadLetters.keep(handle, letters));
    }

    /** After the loops have ended. */
    @PreDestroy
    void close() {
        started.forEach(CompactedTopicReader::close);
    }
}
