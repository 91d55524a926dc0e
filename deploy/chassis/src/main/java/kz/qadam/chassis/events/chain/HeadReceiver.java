package kz.qadam.chassis.events.chain;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.events.event.EventJson;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.chassis.events.kafka.IntakeConfig;
import kz.qadam.chassis.events.kafka.StateFeed;
import kz.qadam.chassis.events.kafka.UnreadableEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Reads the heads of the other services from Kafka, and keeps them. */
@ApplicationScoped
class HeadReceiver {

    private static final Logger LOG = Logger.getLogger(HeadReceiver.class);
    private static final Duration REST = Duration.ofMillis(500);

    private final StateFeed feed;
    private final ReceivedHeads kept;
    private final String service;

    HeadReceiver(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ReceivedHeads kept,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.feed = new StateFeed(kafka, Head.TOPIC, Map.of(), this::take);
        this.kept = kept;
        this.service = service;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops, IntakeConfig intake) {
        if (intake.enabled()) {
            loops.start("trail-head-feed", REST, () -> {
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

    /** Keeps the heads of others. A head that breaks its contract is left out; the log names it. */
    private void take(List<DeliveredEvent> delivered) {
        List<Head> heads = new ArrayList<>();
        for (DeliveredEvent one : delivered) {
            try {
                Head head = EventJson.read(one.event().data(), Head.class);
                head.requireFrom(one.event());
                heads.add(head);
            } catch (UnreadableEvent e) {
                LOG.errorf("A head of the trail at offset %d cannot be read: %s", one.offset(), e.getMessage());
            }
        }
        heads.removeIf(head -> head.service().equals(service));
        kept.keep(heads);
    }
}
