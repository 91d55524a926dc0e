package kz.qadam.chassis.events.keys;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import kz.qadam.chassis.base.metrics.Gauges;
import kz.qadam.chassis.events.kafka.CompactedTopicReaders;
import kz.qadam.chassis.events.kafka.IntakeConfig;
import kz.qadam.chassis.http.security.PartnerKeyConfig;

/** Reads the keys from Kafka into the copies of this service. */
@ApplicationScoped
class KeyTopicReader {

    void start(
            @Observes StartupEvent event,
            CompactedTopicReaders readers,
            KeyCopies copies,
            IntakeConfig intake,
            PartnerKeyConfig config,
            Gauges gauges) {
        if (intake.enabled() && config.copiedFrom().isPresent()) {
            gauges.add(
                    "qadam.keys.confirmation.age",
                    "seconds",
                    "How long ago the owner of the keys confirmed the copies of this service",
                    database -> database.transaction(copies::ageOfConfirmation));
            readers.start("key-feed", PartnerKeyTopic.TOPIC, copies.owners(), copies::take);
        }
    }
}
