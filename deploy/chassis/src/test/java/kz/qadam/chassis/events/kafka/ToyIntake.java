package kz.qadam.chassis.events.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Begins the intake of a toy service. */
final class ToyIntake {

    private record Config(Duration lookEvery, Duration retryAfter) implements IntakeConfig {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int mostPerPoll() {
            return 100;
        }

        @Override
        public Duration transactionLimit() {
            return Duration.ofSeconds(12);
        }
    }

    private ToyIntake() {}

    static Intake begin(
            EventConsumer eventConsumer, String topic, String instance, Database database, Map<String, Object> kafka) {
        return new Intake(
                eventConsumer,
                database,
                new DeadLetters(database, new SimpleMeterRegistry()),
                new Traces(OpenTelemetry.noop()),
                new Config(Duration.ofMillis(200), Duration.ofMillis(100)),
                kafka,
                instance,
                () -> true,
                () -> consumer(topic, instance, kafka));
    }

    /** A consumer with the name of an instance. */
    static KafkaConsumer<byte[], byte[]> consumer(String topic, String instance, Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("group.id", topic);
        settings.put("group.instance.id", instance);
        settings.put("enable.auto.commit", false);
        settings.putIfAbsent("auto.offset.reset", "none");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
