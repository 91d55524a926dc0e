package kz.qadam.enrolment.completions;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.local.QadamBackends;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Tells of completions, in the place of the service that does. */
final class ProgressService {

    private static final Pattern SUBJECT = Pattern.compile("\"completionId\": \"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("\"version\": ([0-9]+)");

    private ProgressService() {}

    /** Under the id of what the data says. */
    static void says(String type, String data) {
        Matcher subject = SUBJECT.matcher(data);
        Matcher version = VERSION.matcher(data);
        says(
                type,
                subject.find() ? subject.group(1) : UUID.randomUUID().toString(),
                version.find() ? Long.parseLong(version.group(1)) : 1,
                data);
    }

    static void says(String type, String subject, long version, String data) {
        var event = new CloudEvent(
                CloudEvent.idOf(type, subject, version),
                type,
                "/progress-service",
                subject,
                Instant.parse("2026-06-01T05:00:00Z"),
                null,
                data);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", QadamBackends.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(event.to("qadam.completions", subject)).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String completion(UUID id, String enrolment, String status, int version) {
        return """
                {"completionId": "%s", "enrolmentId": "%s", "status": "%s", "version": %d, "score": 1}""".formatted(id, enrolment, status, version);
    }
}
