package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;

/**
 * Kafka on one machine without TLS, as with Keycloak: a program of this machine that knows no password gets nothing. Its
 * directory was written by a former version, which asked nobody for a password.
 */
class KafkaPasswordTest {

    @TempDir
    static Path home;

    private static SecuredKafka kafka;

    @BeforeAll
    static void startOnTheFormerDirectory() throws IOException {
        try (var archive = KafkaPasswordTest.class.getResourceAsStream("kafka-4.1.2.tar.xz")) {
            Tar.unpack(new XZInputStream(archive), home);
        }
        kafka = SecuredKafka.start(home, false);
    }

    @AfterAll
    static void stop() throws IOException {
        kafka.close();
    }

    @Test
    void a_service_shows_its_password_and_reads_what_the_former_version_wrote() throws Exception {
        try (var admin = Admin.create(kafka.settings(Service.PROGRESS))) {
            assertThat(admin.listTopics().names().get()).contains("qadam.catalogue", "qadam.keys");
        }
    }

    @Test
    void a_program_without_a_password_gets_nothing() {
        assertThat(failure(Map.of("bootstrap.servers", kafka.node().bootstrap())))
                .isInstanceOf(KafkaException.class);
    }

    @Test
    void a_program_with_a_wrong_password_gets_nothing() throws IOException {
        Map<String, Object> settings = kafka.settings(Service.PROGRESS);
        settings.compute("sasl.jaas.config", (name, text) -> text.toString().replace("password=\"", "password=\"x"));

        assertThat(failure(settings)).isInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void a_program_without_a_certificate_gets_nothing_at_the_port_of_the_launcher() {
        assertThat(failure(
                        Map.of("bootstrap.servers", kafka.settingsOfLauncher().get("bootstrap.servers"))))
                .isInstanceOf(KafkaException.class);
    }

    @Test
    void a_service_makes_no_key_of_an_institution_but_for_their_owner() throws Exception {
        assertThat(failureOfSending(Service.PROGRESS)).isInstanceOf(TopicAuthorizationException.class);
        assertThat(failureOfSending(Service.ENROLMENT)).isNull();
    }

    private static Throwable failureOfSending(Service service) throws IOException, InterruptedException {
        Map<String, Object> settings = kafka.settings(service);
        settings.put("max.block.ms", 10_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("qadam.keys", "key", "state")).get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private static Throwable failure(Map<String, Object> settings) {
        Map<String, Object> hasty = new HashMap<>(settings);
        hasty.put("default.api.timeout.ms", 3_000);
        hasty.put("request.timeout.ms", 3_000);
        try (var admin = Admin.create(hasty)) {
            admin.deleteTopics(Set.of("qadam.keys")).all().get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
