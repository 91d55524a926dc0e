package kz.qadam.peer;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends the waiting events, round after round. */
@Component
@ConditionalOnProperty(name = "peer.relay", matchIfMissing = true)
class OutboxRelay {

    private final Outbox outbox;
    private final KafkaTemplate<String, String> kafka;

    OutboxRelay(Outbox outbox, KafkaTemplate<String, String> kafka) {
        this.outbox = outbox;
        this.kafka = kafka;
    }

    @Scheduled(fixedDelay = 200)
    @Transactional
    public void send() {
        List<OutboxEvent> events = outbox.findFirst2000ByOrderBySeq();
        CompletableFuture.allOf(events.stream()
                        .map(event -> kafka.send("qadam.completions", event.key, event.type + "\n" + event.data))
                        .toArray(CompletableFuture[]::new))
                .join();
        outbox.deleteAllInBatch(events);
    }
}
