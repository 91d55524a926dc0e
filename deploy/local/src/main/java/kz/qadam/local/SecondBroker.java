package kz.qadam.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Time;

/** A second broker beside the one of {@link QadamBackends}: so that partitions can lose their leader and get it back. */
public final class SecondBroker implements AutoCloseable {

    /** By which partitions are assigned to it. */
    public static final int ID = 2;

    private final KafkaNode node;
    private final String first;
    private KafkaRaftServer server;

    private SecondBroker(KafkaNode node, String first) {
        this.node = node;
        this.first = first;
    }

    /** Joins it to the broker that was started last. */
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

    /** What it leads has no leader any more. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Leaves the cluster as it was before. */
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
