package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A Kafka node of this JVM that accepts nobody whom it does not know, with the rights of the services. */
record SecuredKafka(KafkaNode node, KafkaInProcess broker) implements AutoCloseable {

    static SecuredKafka start(Path home) throws IOException {
        return start(home, true);
    }

    /** @param byTls whether the services speak TLS */
    static SecuredKafka start(Path home, boolean byTls) throws IOException {
        var tls = new Tls(
                new Certificates(home.resolve("tls")), new InstallationSecrets(home.resolve("kafka-passwords")));
        tls.prepare();
        int[] ports = Ports.free(3);
        var node = new KafkaNode(home.resolve("kafka"), ports[0], ports[1], Optional.of(tls.kafka(ports[2], byTls)));
        return new SecuredKafka(node, KafkaInProcess.start(node));
    }

    /** What the clients of a service show. */
    Map<String, Object> settings(Service service) throws IOException {
        return new HashMap<>(node.settingsOf(service));
    }

    /** What the clients of the launcher show. */
    Map<String, Object> settingsOfLauncher() {
        return new HashMap<>(node.access().orElseThrow().settingsOfLauncher());
    }

    @Override
    public void close() throws IOException {
        broker.close();
    }
}
