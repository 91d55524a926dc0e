package kz.qadam.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Time;

/**
 * A second broker in the cluster of {@link QadamBackends}, so that partitions can lose their leader and get it back.
 */
public final class SecondBroker implements AutoCloseable {

    /** The broker id, for the assignment of partitions. */
    public static final int ID = 2;

    private final KafkaNode node;
    private final String first;
    private KafkaRaftServer server;

    private SecondBroker(KafkaNode node, String first) {
        this.node = node;
        this.first = first;
    }

    /** Starts a second broker that joins the broker that was started last. */
    public static SecondBroker join() {
        String first = QadamBackends.kafka();
        try (Admin admin = admin(first)) {
            var node = new KafkaNode(
                    TestHome.ofThisJvm().resolve("kafka-" + System.nanoTime()),
                    Ports.free(1)[0],
                    QadamBackends.kafkaController());
            node.format(ID, admin.describeCluster().clusterId().get());
            var broker = new SecondBroker(node, first);
            broker.start();
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public void start() {
        var settings = node.settings();
        settings.put("process.roles", "broker");
        settings.put("node.id", Integer.toString(ID));
        settings.put("listeners", "PLAINTEXT://" + node.bootstrap());
        server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
    }

    /** Stops the broker: its partitions have no leader any more. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Cuts the end off a partition of the stopped broker, as a power failure may; such as {@code topic-0}. */
    public void lose(String partition, long from) {
        try {
            CutLog.cut(node.directory(), partition, from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the broker from the cluster. */
    @Override
    public void close() throws IOException {
        stop();
        try (Admin admin = admin(first)) {
            admin.unregisterBroker(ID).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        Trees.delete(node.directory());
    }

    private static Admin admin(String bootstrap) {
        return Admin.create(Map.of("bootstrap.servers", bootstrap));
    }
}
