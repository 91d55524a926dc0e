package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
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

class KafkaTlsTest {

    private static final List<String> TOPICS =
            List.of("qadam.catalogue", "qadam.enrolments", "qadam.completions", "qadam.dead-letters");

    @TempDir
    static Path home;

    private static KafkaNode node;
    private static KafkaInProcess broker;

    @BeforeAll
    static void start() throws Exception {
        var tls = new Tls(new Certificates(home.resolve("tls")), new Keys(home.resolve("kafka-passwords")));
        tls.prepare();
        int[] ports = Ports.free(3);
        node = new KafkaNode(home.resolve("kafka"), ports[0], ports[1], Optional.of(tls.kafka(ports[2])));
        broker = KafkaInProcess.start(node);
        node.grantRights();
        Map<String, Object> launcher = new HashMap<>(tls.kafka(ports[2]).settingsOfLauncher());
        try (var producer = new KafkaProducer<>(launcher, new StringSerializer(), new StringSerializer())) {
            for (String topic : TOPICS) {
                producer.send(new ProducerRecord<>(topic, 0, null, "an event")).get();
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ENROLMENT, qadam.catalogue qadam.enrolments qadam.dead-letters",
        "PROGRESS, qadam.completions qadam.dead-letters",
        "REPORTING, qadam.dead-letters"
    })
    void a_service_writes_its_own_events_and_dead_letters(Service service, String own) throws Exception {
        assertThat(topicsThatTake(service)).isEqualTo(List.of(own.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "ENROLMENT, qadam.completions",
        "PROGRESS, qadam.catalogue qadam.enrolments",
        "REPORTING, qadam.catalogue qadam.enrolments qadam.completions"
    })
    void a_service_reads_what_it_needs(Service service, String needed) throws Exception {
        assertThat(topicsThatShow(service)).isEqualTo(List.of(needed.split(" ", -1)));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void a_service_deletes_no_topic_and_no_event_and_makes_no_topic(Service service) throws Exception {
        try (var admin = Admin.create(settings(service))) {
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
        try (var admin = Admin.create(settings(service))) {
            assertThatThrownBy(
                            () -> admin.createAcls(KafkaRight.bindings()).all().get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void a_service_reads_in_the_name_of_no_other_service() throws Exception {
        Map<String, Object> settings = settings(Service.PROGRESS);
        settings.put("group.id", "reporting-service");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            assertThatThrownBy(() -> consumer.committed(Set.of(new TopicPartition("qadam.enrolments", 0))))
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void who_shows_no_password_gets_nothing() {
        assertThat(failure(Map.of("bootstrap.servers", node.bootstrap()))).isInstanceOf(KafkaException.class);
    }

    @Test
    void who_shows_a_wrong_password_gets_nothing() throws IOException {
        Map<String, Object> settings = settings(Service.PROGRESS);
        settings.compute("sasl.jaas.config", (name, text) -> text.toString().replace("password=\"", "password=\"x"));

        assertThat(failure(settings)).isInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void who_shows_no_certificate_at_the_internal_port_gets_nothing() throws IOException {
        Map<String, Object> settings = settings(Service.PROGRESS);
        settings.put("security.protocol", "SSL");
        settings.put(
                "bootstrap.servers",
                node.tls().orElseThrow().settingsOfLauncher().get("bootstrap.servers"));

        assertThat(failure(settings)).isInstanceOf(KafkaException.class);
    }

    @Test
    void a_broker_of_another_authority_is_refused() throws IOException {
        var other = new Certificates(home.resolve("other"));
        other.prepare(Clock.systemUTC().instant());
        Map<String, Object> settings = settings(Service.PROGRESS);
        settings.put("ssl.truststore.location", other.authority().toString());

        assertThat(failure(settings)).isInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void a_broker_whose_certificate_has_another_name_is_refused() throws IOException {
        Map<String, Object> settings = settings(Service.PROGRESS);
        settings.put("bootstrap.servers", node.bootstrap().replace("127.0.0.1", "localhost"));

        assertThat(failure(settings)).isInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void a_right_that_is_not_in_the_table_is_taken_back() throws Exception {
        try (var launcher = Admin.create(new HashMap<>(node.tls().orElseThrow().settingsOfLauncher()))) {
            var right = new KafkaRight("progress", AclOperation.DELETE, ResourceType.TOPIC, "qadam.completions");
            launcher.createAcls(List.of(right.binding())).all().get();

            node.grantRights();

            assertThat(launcher.describeAcls(AclBindingFilter.ANY).values().get())
                    .containsExactlyInAnyOrderElementsOf(KafkaRight.bindings());
        }
    }

    private static List<String> topicsThatTake(Service service) throws Exception {
        Map<String, Object> settings = settings(service);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        List<String> taken = new ArrayList<>();
        for (String topic : TOPICS) {
            // A producer that was refused once sends nothing more.
            try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>(topic, "an event")).get();
                taken.add(topic);
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
            }
        }
        return taken;
    }

    private static List<String> topicsThatShow(Service service) throws Exception {
        Map<String, Object> settings = settings(service);
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

    private static Throwable failure(Map<String, Object> settings) {
        Map<String, Object> hasty = new HashMap<>(settings);
        hasty.put("default.api.timeout.ms", 3_000);
        hasty.put("request.timeout.ms", 3_000);
        try (var admin = Admin.create(hasty)) {
            admin.listTopics().names().get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> settings(Service service) throws IOException {
        return new HashMap<>(node.settingsOf(service));
    }
}
