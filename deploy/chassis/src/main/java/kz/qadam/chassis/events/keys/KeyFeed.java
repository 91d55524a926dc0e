package kz.qadam.chassis.events.keys;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.metrics.Gauges;
import kz.qadam.chassis.events.kafka.IntakeConfig;
import kz.qadam.chassis.events.kafka.StateFeed;
import kz.qadam.chassis.http.security.KeysConfig;

/**
 * Reads the keys from Kafka into the copies of this service. It has a thread of its own: a revocation must not wait for
 * other events, for a rebuild or for a lock of the catalogue.
 */
@ApplicationScoped
class KeyFeed {

    private static final Duration REST = Duration.ofMillis(500);

    private final StateFeed feed;
    private final KeyCopies copies;

    KeyFeed(@Identifier("default-kafka-broker") Map<String, Object> kafka, KeyCopies copies) {
        this.copies = copies;
        this.feed = new StateFeed(kafka, KeyEvents.TOPIC, copies.owners(), copies::take);
    }

    void start(
            @Observes StartupEvent event,
            BackgroundLoops loops,
            IntakeConfig intake,
            KeysConfig config,
            Gauges gauges) {
        if (intake.enabled() && config.copiedFrom().isPresent()) {
            gauges.add(
                    "qadam.keys.confirmation.age",
                    "seconds",
                    "How long ago the owner of the keys confirmed the copies of this service",
                    database -> database.transaction(copies::ageOfConfirmation));
            loops.start("key-feed", REST, () -> {
                feed.poll();
                return true;
            });
        }
    }

    /** After the loop has ended. */
    @PreDestroy
    void close() {
        feed.close();
    }
}
