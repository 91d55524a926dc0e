package kz.qadam.chassis.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a service has published and its database, which went back to a backup, does not know. */
class UnknownOwnEventsTest {

    @RegisterExtension
    static final ToyBackends TOYS = new ToyBackends();

    private String topic;
    private UnknownOwnEvents own;

    /** A toy service, which notes the subjects of the events that it takes over. */
    private static final class Toys implements StateAdoption {

        private final List<String> adopted = new ArrayList<>();

        @Override
        public Optional<String> publisher(String type) {
            return Optional.empty();
        }

        @Override
        public int adopt(Handle handle, List<DeliveredEvent> events) {
            events.forEach(one -> adopted.add(one.event().subject()));
            return 0;
        }
    }

    @BeforeEach
    void begin() {
        TOYS.database()
                .transaction(handle ->
                        handle.execute("truncate outbox_event, sent_event, sent_compared, sent_begun, sent_topic"));
        topic = "own-" + UUID.randomUUID();
        TOYS.kafka().begin(topic);
        own = new UnknownOwnEvents(ToyKafka.settings(), TOYS.database(), List.of(new ToyPublisher(topic)), "toys");
    }

    private static void sent(String id, String subject) {
        TOYS.database()
                .transaction(handle -> handle.execute(
                        "insert into sent_event (publisher, seq, id, key, type, subject, time, data, partition, record_offset)"
                                + " values ('toys', 1, cast(? as uuid), 'a', 'toy', ?, now(), '{}', 0, 0)",
                        id,
                        subject));
    }

    private List<String> adopted() {
        var toys = new Toys();
        TOYS.database().transaction(handle -> new EventAdoption(own).adopt(handle, toys));
        return toys.adopted;
    }

    @Test
    void what_kafka_has_before_a_service_looks_for_the_first_time_is_of_earlier_versions() {
        TOYS.kafka().add("a", "b");

        assertThat(own.missing()).isEmpty();
    }

    @Test
    void an_event_that_neither_waits_nor_was_sent_is_missing() {
        own.missing();

        TOYS.kafka().add("a");

        assertThat(own.missing()).get().asString().contains("/0, offset 0.");
    }

    @Test
    void an_event_that_waits_or_was_sent_is_not_missing() {
        own.missing();
        TOYS.kafka().add("a", "b");
        List<String> ids = TOYS.kafka().ids();
        sent(ids.get(0), "a");
        TOYS.database()
                .transaction(handle -> handle.execute(
                        "insert into outbox_event (publisher, id, key, type, subject, time, data)"
                                + " values ('toys', cast(? as uuid), 'a', 'toy', 'b', now(), '{}')",
                        ids.get(1)));

        assertThat(own.missing()).isEmpty();
    }

    @Test
    void what_was_compared_is_not_looked_at_again() {
        own.missing();
        TOYS.kafka().add("a", "b", "c");
        TOYS.database()
                .transaction(handle -> handle.execute(
                        "insert into sent_compared (publisher, partition, seq, record_offset, id) values ('toys', 0, 1, 1, ?)",
                        UUID.randomUUID()));

        assertThat(adopted()).containsExactly("c");
    }

    @Test
    void what_is_missing_is_adopted_once_in_its_order() {
        own.missing();
        TOYS.kafka().add("a", "b", "c");

        assertThat(adopted()).containsExactly("a", "b", "c");
        assertThat(own.missing()).isEmpty();
        assertThat(adopted()).isEmpty();
    }

    @Test
    void a_late_copy_of_an_event_that_was_sent_is_not_missing() {
        own.missing();
        TOYS.kafka().add("a");
        String id = TOYS.kafka().ids().get(0);
        sent(id, "a");
        compared(id);

        TOYS.kafka().addAgain(id, "a");

        assertThat(own.missing()).isEmpty();
    }

    @Test
    void an_event_that_is_kept_no_longer_is_not_missing_when_its_place_is_forgotten() {
        own.missing();
        TOYS.kafka().add("a");
        String id = TOYS.kafka().ids().get(0);
        compared(id);

        new SentEvents(TOYS.database(), "toys").forgetCompared(topic, 0, 1);

        assertThat(own.missing()).isEmpty();
    }

    private static void compared(String id) {
        TOYS.database()
                .transaction(handle -> handle.execute(
                        "insert into sent_compared (publisher, partition, seq, record_offset, id)"
                                + " values ('toys', 0, 1, 0, cast(? as uuid))",
                        id));
    }

    @Test
    void events_of_others_are_not_missing() {
        own.missing();

        TOYS.kafka().addOf("/strangers", "a");

        assertThat(own.missing()).isEmpty();
    }

    @Test
    void nothing_is_taken_over_from_a_topic_of_the_same_name_in_another_cluster() {
        own.missing();
        TOYS.kafka().add("a");
        TOYS.database()
                .transaction(handle ->
                        handle.execute("insert into sent_topic (topic, topic_id) values (?, 'another')", topic));

        assertThatThrownBy(this::adopted).hasMessageContaining("this is another cluster");
        assertThatThrownBy(own::missing).hasMessageContaining("this is another cluster");
    }
}
