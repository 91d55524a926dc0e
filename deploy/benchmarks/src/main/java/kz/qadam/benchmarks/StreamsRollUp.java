package kz.qadam.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The roll-up in Kafka Streams, with exactly-once: one store finds repetitions, another counts by cell, and {@link
 * StreamsSink} writes the results of both into PostgreSQL. It keeps no history of the cells.
 */
final class StreamsRollUp {

    private static final String SEEN = "seen";
    private static final int PARTITIONS = 6;

    private StreamsRollUp() {}

    public static void main(String[] arguments) throws Exception {
        String name = "rival-" + System.currentTimeMillis();
        createTopics(arguments[0], name);
        try (var streams = new KafkaStreams(topology(name), settings(arguments[0], name))) {
            streams.start();
            new StreamsSink(name, arguments).run();
        }
    }

    private static void createTopics(String kafka, String name) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(Stream.of("-log", "-cells")
                            .map(end -> new NewTopic(name + end, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static Properties settings(String kafka, String name) throws IOException {
        var settings = new Properties();
        settings.put("application.id", name);
        settings.put("bootstrap.servers", kafka);
        settings.put("processing.guarantee", "exactly_once_v2");
        settings.put("auto.offset.reset", "earliest");
        settings.put("state.dir", Files.createTempDirectory("streams").toString());
        settings.put("producer.compression.type", "lz4");
        settings.put("consumer.max.poll.records", "2000");
        return settings;
    }

    private static Topology topology(String name) {
        var builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(SEEN), Serdes.ByteArray(), Serdes.ByteArray()));
        KStream<byte[], byte[]> fresh = builder.stream(
                        List.of("qadam.enrolments", "qadam.completions"),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .process(OncePerEvent::new, SEEN);
        fresh.to(name + "-log", Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
        fresh.flatMap((key, event) ->
                        cells(event).map(cell -> new KeyValue<>(cell, 1L)).toList())
                .groupByKey(Grouped.with(Serdes.String(), Serdes.Long()))
                .reduce(Long::sum)
                .toStream()
                .to(name + "-cells", Produced.with(Serdes.String(), Serdes.Long()));
        return builder.build();
    }

    /** Passes each event on once. */
    private static final class OncePerEvent implements Processor<byte[], byte[], byte[], byte[]> {

        private ProcessorContext<byte[], byte[]> context;
        private KeyValueStore<byte[], byte[]> seen;

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            this.context = context;
            this.seen = context.getStateStore(SEEN);
        }

        @Override
        public void process(Record<byte[], byte[]> event) {
            byte[] id = event.headers().lastHeader("ce_id").value();
            if (seen.putIfAbsent(id, new byte[0]) == null) {
                context.forward(event);
            }
        }
    }

    private static Stream<String> cells(byte[] event) {
        try {
            JsonNode data = new ObjectMapper().readTree(new String(event, StandardCharsets.UTF_8));
            if (data.has("trainedOn")) {
                return Stream.concat(
                        places("trained", data, data.get("trainedOn").asText()),
                        Stream.of("people|||" + data.get("trainedOn").asText()));
            }
            if (data.has("completedOn")) {
                String day = data.get("completedOn").asText();
                return Stream.concat(places("completions", data, day), places("completed", data, day));
            }
            return places("enrolled", data, "0001-01-01");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> places(String measure, JsonNode data, String day) {
        String start = measure + "|" + data.get("cohort").asText() + "|";
        String course = data.get("course").asText();
        return Stream.of(
                        "nation/",
                        "region/" + data.get("region").asText(),
                        "institution/" + data.get("institution").asText(),
                        "course/" + course,
                        "area/" + Integer.parseInt(course.substring(3)) % 4,
                        "kind/school")
                .map(place -> start + place + "|" + day);
    }
}
