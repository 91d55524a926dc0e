package kz.qadam.chassis.events.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.process.InstanceName;
import kz.qadam.chassis.events.kafka.RelayConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends the head of each chain to the other services, from time to time. It needs no outbox: a head that was not sent is
 * sent with the next ones. It needs no lease either: one that is sent by two instances changes nothing.
 */
@ApplicationScoped
class HeadSender {

    private final Map<String, Object> settings;
    private final Database database;
    private final ObjectMapper json;
    private final String service;

    /** The number of the block that was sent last, by the instance whose chain it is of. */
    private final Map<String, Long> sentNumbers = new HashMap<>();

    HeadSender(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Database database,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String service,
            InstanceName instance) {
        this.settings = new HashMap<>(kafka);
        this.settings.put("client.id", instance + "-trail-heads");
        this.settings.put("acks", "all");
        this.settings.put("max.block.ms", 10_000);
        this.database = database;
        this.json = json;
        this.service = service;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops, RelayConfig relay, ChainConfig config) {
        if (relay.enabled()) {
            loops.start("trail-heads", config.headsEvery(), () -> {
                send();
                return false;
            });
        }
    }

    /** Sends the heads that are new since the last time, and waits until Kafka has them. */
    void send() throws InterruptedException {
        List<Block> heads = database.<List<Block>>transaction(Blocks::heads).stream()
                .filter(block -> !Long.valueOf(block.number()).equals(sentNumbers.get(block.instance())))
                .toList();
        if (heads.isEmpty()) {
            return;
        }
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (Block block : heads) {
                Head head = head(block);
                sent.add(producer.send(head.event(json.writeValueAsString(head)).to(Head.TOPIC, head.subject())));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException | JsonProcessingException e) {
            throw new IllegalStateException("The heads of the trail were not sent", e);
        }
        heads.forEach(block -> sentNumbers.put(block.instance(), block.number()));
    }

    private Head head(Block block) {
        return new Head(
                service, block.instance(), block.number(), HexFormat.of().formatHex(block.hash()), block.chainedAt());
    }
}
