package kz.qadam.chassis.submissions.imports;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

class JobStreamTest {

    private static final UUID ID = UUID.randomUUID();

    private final Queue<JobView> looks = new ArrayDeque<>();
    private final JobStream stream = new JobStream(looks::remove, new SseImpl());

    @Test
    void every_change_is_sent_once_and_the_stream_ends_with_the_last() {
        looks.addAll(List.of(job("waiting", 0), job("running", 10), job("running", 10), job("finished", 20)));

        List<OutboundSseEvent> events =
                stream.events(() -> true).collect().asList().await().atMost(Duration.ofMinutes(1));

        assertThat(events).extracting(OutboundSseEvent::getName).containsOnly("job");
        assertThat(events)
                .extracting(event -> ((JobView) event.getData()).processed())
                .containsExactly(0, 10, 20);
    }

    @Test
    void a_listener_whose_token_has_expired_hears_no_more() {
        looks.addAll(List.of(job("waiting", 0), job("running", 10)));

        List<OutboundSseEvent> events =
                stream.events(() -> false).collect().asList().await().atMost(Duration.ofMinutes(1));

        assertThat(events).hasSize(1);
    }

    @Test
    void while_nothing_changes_there_is_a_sign_of_life_every_fifteen_seconds() {
        JobView job = job("running", 10);
        stream.dueEvents(job, 0);

        assertThat(stream.dueEvents(job, seconds(14))).isEmpty();
        assertThat(stream.dueEvents(job, seconds(15)))
                .singleElement()
                .satisfies(event -> assertThat(event.getComment()).isNotNull());
        assertThat(stream.dueEvents(job, seconds(16))).isEmpty();
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private static JobView job(String status, int processed) {
        return new JobView(
                ID,
                status,
                null,
                20,
                0,
                processed,
                processed,
                0,
                0,
                0,
                0,
                0,
                Instant.EPOCH,
                null,
                null,
                Instant.MAX,
                null,
                null);
    }
}
