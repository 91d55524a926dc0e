package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KafkaRightTest {

    private static final List<String> TOPICS = List.of(
            "qadam.catalogue",
            "qadam.enrolments",
            "qadam.completions",
            "qadam.keys",
            "qadam.dead-letters",
            "qadam.archive");

    @TempDir
    static Path home;

    private static SecuredKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = SecuredKafka.start(home);
        try (var producer =
                new KafkaProducer<>(kafka.settingsOfLauncher(), new StringSerializer(), new StringSerializer())) {
            for (String topic : TOPICS) {
                producer.send(new ProducerRecord<>(topic, 0, "a subject", "an event"))
                        .get();
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        kafka.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ENROLMENT, qadam.catalogue qadam.enrolments qadam.keys qadam.dead-letters qadam.archive",
        "PROGRESS, qadam.completions qadam.dead-letters qadam.archive",
        "REPORTING, qadam.dead-letters qadam.archive"
    })
    void a_service_writes_its_own_events_and_dead_letters(Service service, String own) throws Exception {
        assertThat(topicsThatTake(service)).isEqualTo(List.of(own.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "ENROLMENT, qadam.catalogue qadam.enrolments qadam.completions qadam.keys qadam.archive",
        "PROGRESS, qadam.catalogue qadam.enrolments qadam.completions qadam.keys qadam.archive",
        "REPORTING, qadam.catalogue qadam.enrolments qadam.completions qadam.keys qadam.archive"
    })
    void a_service_reads_what_it_needs(Service service, String needed) throws Exception {
        assertThat(topicsThatShow(service)).isEqualTo(List.of(needed.split(" ", -1)));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void a_service_deletes_no_topic_and_no_event_and_makes_no_topic(Service service) throws Exception {
        try (var admin = Admin.create(kafka.settings(service))) {
            for (String topic : TOPICS) {
                assertThatThrownBy(
                                () -> admin.deleteTopics(List.of(topic)).all().get())
                        .hasCauseInstanceOf(AuthorizationException.class);
                var everything = Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(0));
                assertThatThrownBy(() -> admin.deleteRecords(everything).all().get())
                        .hasCauseInstanceOf(AuthorizationException.class);
            }
            var another = List.of(new NewTopic("qadam.another", 1, (short) 1));
            assertThatThrownBy(() -> admin.createTopics(another).all().get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void a_service_gives_itself_no_right(Service service) throws Exception {
        try (var admin = Admin.create(kafka.settings(service))) {
            assertThatThrownBy(
                            () -> admin.createAcls(KafkaRight.bindings()).all().get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void a_service_reads_in_the_name_of_no_other_service() throws Exception {
        Map<String, Object> settings = kafka.settings(Service.PROGRESS);
        settings.put("group.id", "reporting-service");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            assertThatThrownBy(() -> consumer.committed(Set.of(new TopicPartition("qadam.enrolments", 0))))
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void a_service_commits_the_offsets_of_its_own_group_and_reads_them(Service service) throws Exception {
        Map<String, Object> settings = kafka.settings(service);
        settings.put("group.id", service.module());
        var first = new TopicPartition("qadam.completions", 0);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
                var admin = Admin.create(kafka.settings(service))) {
            consumer.assign(List.of(first));
            consumer.commitSync(Map.of(first, new OffsetAndMetadata(1)));

            assertThat(admin.listConsumerGroupOffsets(service.module())
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .containsEntry(first, new OffsetAndMetadata(1));
        }
    }

    @Test
    void a_right_that_is_not_in_the_table_is_taken_back() throws Exception {
        try (var launcher = Admin.create(kafka.settingsOfLauncher())) {
            var right = new KafkaRight("progress", AclOperation.DELETE, ResourceType.TOPIC, "qadam.completions");
            launcher.createAcls(List.of(right.binding())).all().get();

            kafka.node().grantRights();

            assertThat(launcher.describeAcls(AclBindingFilter.ANY).values().get())
                    .containsExactlyInAnyOrderElementsOf(KafkaRight.bindings());
        }
    }

    private static List<String> topicsThatTake(Service service) throws Exception {
        Map<String, Object> settings = kafka.settings(service);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        List<String> taken = new ArrayList<>();
        for (String topic : TOPICS) {
            // A producer that was refused once sends nothing more.
            try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>(topic, "a subject", "an event"))
                        .get();
                taken.add(topic);
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
            }
        }
        return taken;
    }

    private static List<String> topicsThatShow(Service service) throws Exception {
        Map<String, Object> settings = kafka.settings(service);
        settings.put("group.id", service.module());
        List<String> shown = new ArrayList<>();
        for (String topic : TOPICS) {
            var first = List.of(new TopicPartition(topic, 0));
            try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                consumer.assign(first);
                consumer.seekToBeginning(first);
                assertThat(consumer.poll(Duration.ofSeconds(20)).count()).isPositive();
                shown.add(topic);
            } catch (TopicAuthorizationException e) {
                assertThat(e.unauthorizedTopics()).containsExactly(topic);
            }
        }
        return shown;
    }
}
