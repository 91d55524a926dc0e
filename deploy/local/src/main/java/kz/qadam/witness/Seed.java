package kz.qadam.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Fills an empty suite with data for all its features, in three stages; after each stage it waits until the suite is
 * idle.
 */
public final class Seed {

    /** A record that no service can read: its JSON is cut off. */
    private static final String BROKEN = "{\"completedOn\": ";

    private final Client client;
    private final String kafka;
    private final Clock clock;
    private final List<String> moments = new ArrayList<>();
    private final Map<String, List<String>> variables = new HashMap<>();

    /** @param kafka its bootstrap address */
    public Seed(Client client, String kafka, Clock clock) {
        this.client = client;
        this.kafka = kafka;
        this.clock = clock;
    }

    public Seeded run() throws IOException {
        post(CallFile.read("seed-catalogue", Map.of()));
        post(Bulk.batches());
        rest();

        post(CallFile.read("seed-corrections", Map.of()));
        rest();

        variables.put("absorbed", List.of(learner("E-20")));
        variables.put("surviving", List.of(learner("E-21")));
        post(CallFile.read("seed-changes", variables));
        post(Bulk.imports());
        client.awaitRest();
        breakTopic("qadam.completions", "kz.qadam.completion.recorded.v1", "/progress");
        breakTopic("qadam.enrolments", "kz.qadam.enrolment.enrolled.v1", "/enrolment");
        rest();
        // The access log begins with these.
        for (String cohort : List.of("pupils", "students", "business")) {
            client.get("auditor", "reporting", "/v1/audit/evidence?cohort=" + cohort);
        }
        note();
        return new Seeded(variables);
    }

    private void post(List<Call> calls) throws IOException {
        for (Call call : calls) {
            Answer answer = client.send(call);
            if (answer.status() >= 400) {
                throw new IOException("%s was answered %s".formatted(call.name(), answer.text()));
            }
        }
    }

    /** Waits until all services are idle, and notes the instant for questions. */
    private void rest() throws IOException {
        client.awaitRest();
        moments.add(clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        Client.pause();
    }

    private String learner(String enrolment) throws IOException {
        return client.get("school-1", "enrolment", "/v1/enrolments?reference=" + enrolment)
                .member("learnerId");
    }

    private void breakTopic(String topic, String type, String source) throws IOException {
        var record = new ProducerRecord<byte[], byte[]>(topic, bytes("broken"), bytes(BROKEN));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "00000000-0000-4000-8000-000000000001",
                        "ce_type", type,
                        "ce_source", source,
                        "ce_subject", "00000000-0000-4000-8000-000000000002",
                        "ce_time", "2026-01-01T00:00:00Z")
                .forEach((header, value) -> record.headers().add(header, bytes(value)));
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Notes all values that questions use. */
    private void note() throws IOException {
        variables.put("moment", moments);
        variables.put("thismonth", List.of(moments.get(0).substring(0, 7)));
        variables.put("language", List.of("en", "ru", "kk"));
        variables.put("cohort", List.of("total", "pupils", "students", "civil-servants", "business", "citizens"));
        variables.put("enrolment", ids("enrolment", "/v1/enrolments", "E-0", "E-2", "E-12"));
        variables.put("completion", ids("progress", "/v1/completions", "C-1", "C-10", "C-12", "C-13"));
        variables.put("learner", List.of(learner("E-0"), learner("E-1"), learner("E-12")));
        variables.put(
                "event",
                List.of(client.get("auditor", "reporting", "/v1/audit/evidence?cohort=pupils")
                        .member("eventId")));
        for (String kind : List.of("enrolment", "completion")) {
            String service = kind.equals("completion") ? "progress" : "enrolment";
            variables.put(
                    kind + "import",
                    List.of(client.get("centre-1", service, "/v1/" + kind + "-imports")
                            .member("id")));
            variables.put(
                    kind + "deadletter",
                    List.of(client.get("office", service, "/v1/" + kind + "-dead-letters")
                            .member("id")));
        }
        variables.put(
                "deadletter",
                List.of(client.get("auditor", "reporting", "/v1/audit/dead-letters")
                        .member("id")));
    }

    private List<String> ids(String service, String list, String... references) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String reference : references) {
            ids.add(client.get("school-1", service, list + "?reference=" + reference)
                    .member("id"));
        }
        return ids;
    }
}
