package kz.qadam.local;

import java.io.IOException;
import java.time.Duration;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** A broker inside this JVM, for tests. */
final class KafkaInProcess implements AutoCloseable {

    private final KafkaNode node;
    private final KafkaRaftServer server;

    private KafkaInProcess(KafkaNode node, KafkaRaftServer server) {
        this.node = node;
        this.server = server;
    }

    /** Starts a broker with all topics, and with the rights of the services if these need some. */
    static KafkaInProcess start(KafkaNode node) throws IOException {
        node.format();
        var server = new KafkaRaftServer(KafkaConfig.fromProps(node.settings(), false), Time.SYSTEM);
        server.startup();
        if (!Patience.until(node::answers, () -> true, Duration.ofMinutes(1))) {
            throw new IOException("Kafka did not start within a minute");
        }
        node.prepare();
        return new KafkaInProcess(node, server);
    }

    String bootstrap() {
        return node.bootstrap();
    }

    /** Stops the broker and deletes its files. */
    @Override
    public void close() throws IOException {
        server.shutdown();
        server.awaitShutdown();
        Trees.delete(node.directory());
    }
}
