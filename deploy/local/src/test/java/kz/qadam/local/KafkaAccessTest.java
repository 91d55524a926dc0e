package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka as the services reach it by TLS. */
class KafkaAccessTest {

    @TempDir
    static Path home;

    private static SecuredKafka kafka;

    @BeforeAll
    static void start() throws IOException {
        kafka = SecuredKafka.start(home);
    }

    @AfterAll
    static void stop() throws IOException {
        kafka.close();
    }

    @Test
    void who_shows_the_password_of_a_service_connects() throws Exception {
        try (var admin = Admin.create(kafka.settings(Service.PROGRESS))) {
            assertThat(admin.listTopics().names().get()).contains("qadam.completions");
        }
    }

    @Test
    void who_shows_no_password_gets_nothing() {
        assertThat(failure(Map.of("bootstrap.servers", kafka.node().bootstrap())))
                .isInstanceOf(KafkaException.class);
    }

    @Test
    void who_shows_a_wrong_password_gets_nothing() throws IOException {
        Map<String, Object> settings = kafka.settings(Service.PROGRESS);
        settings.compute("sasl.jaas.config", (name, text) -> text.toString().replace("password=\"", "password=\"x"));

        assertThat(failure(settings)).isInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void who_shows_no_certificate_at_the_internal_port_gets_nothing() throws IOException {
        Map<String, Object> settings = kafka.settings(Service.PROGRESS);
        settings.put("security.protocol", "SSL");
        settings.put("bootstrap.servers", kafka.settingsOfLauncher().get("bootstrap.servers"));

        assertThat(failure(settings)).isInstanceOf(KafkaException.class);
    }

    @Test
    void a_broker_of_another_authority_is_refused() throws IOException {
        var other = new Certificates(home.resolve("other"));
        other.prepare(Clock.systemUTC().instant());
        Map<String, Object> settings = kafka.settings(Service.PROGRESS);
        settings.put("ssl.truststore.location", other.authority().toString());

        assertThat(failure(settings)).isInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void a_broker_whose_certificate_has_another_name_is_refused() throws IOException {
        Map<String, Object> settings = kafka.settings(Service.PROGRESS);
        settings.put("bootstrap.servers", kafka.node().bootstrap().replace("127.0.0.1", "localhost"));

        assertThat(failure(settings)).isInstanceOf(SslAuthenticationException.class);
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
}
