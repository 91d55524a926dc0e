package kz.qadam.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.local.QadamBackends;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The enrolment-service, as far as this one hears of it: what it would publish, in the tests' words. */
public final class Neighbours {

    private static final KafkaProducer<byte[], byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", QadamBackends.kafka(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    private Neighbours() {}

    public record Enrolled(UUID id, String reference, String institution, UUID learner, String cohort, String course) {}

    /** The programme of five years, and pupils, of whom any course makes one trained, such as AI-101. */
    public static void describeCatalogue() {
        describeProgramme(1, "2026-01-01", "2030-12-31");
        describeCohort("pupils", 1, "2000-01-01", "{}");
        describeCourse("AI-101", 1, 36);
    }

    public static void describeProgramme(int version, String startsOn, String horizon) {
        send(
                "qadam.catalogue",
                "programme/ai-skills",
                "kz.qadam.catalogue.programme-described.v1",
                version,
                """
                {"code":"ai-skills","version":%1$d,"versions":[{"version":%1$d,"startsOn":"%2$s","horizon":"%3$s",
                 "milestones":[],"zone":"Asia/Almaty","recordedAt":"2026-01-01T00:00:00Z"}]}
                """.formatted(version, startsOn, horizon));
    }

    /** A cohort whose newest requirement is this one, from that day on; before the second version any course did. */
    public static void describeCohort(String code, int version, String validFrom, String requirement) {
        String any = version == 1 ? "" : version(1, "2000-01-01", "{}") + ",";
        describeCohort(code, version, any + version(version, validFrom, requirement), false);
    }

    /** A cohort is withdrawn, in that version. */
    public static void withdrawCohort(String code, int version) {
        describeCohort(code, version, version(version, "2000-01-01", "{}"), true);
    }

    /** A cohort is created again, in that version; any course makes one trained. */
    public static void createCohortAgain(String code, int version) {
        describeCohort(code, version, version(version, "2000-01-01", "{}"), false);
    }

    private static void describeCohort(String code, int version, String versions, boolean withdrawn) {
        send("qadam.catalogue", "cohort/" + code, "kz.qadam.catalogue.cohort-described.v1", version, """
                {"code":"%s","names":{"kk":"a","ru":"b","en":"c"},"version":%d,"versions":[%s]%s}
                """.formatted(
                        code, version, versions, withdrawn ? ",\"withdrawn\":true" : ""));
    }

    private static String version(int version, String validFrom, String requirement) {
        return """
                {"version":%d,"validFrom":"%s","target":100,"requirement":%s,"recordedAt":"2026-01-01T00:00:00Z"}
                """.formatted(version, validFrom, requirement);
    }

    public static void describeCourse(String code, int version, int hours) {
        send("qadam.catalogue", "course/" + code, "kz.qadam.catalogue.course-described.v1", version, """
                {"code":"%s","titles":{"kk":"a","ru":"b","en":"c"},"hours":%d,"area":"ai","version":%d}
                """.formatted(
                        code, hours, version));
    }

    public static void describeInstitution(String code, int version, String status) {
        send(
                "qadam.catalogue",
                "institution/" + code,
                "kz.qadam.catalogue.institution-described.v1",
                version,
                """
                {"code":"%s","kind":"school","names":{"kk":"a","ru":"b","en":"c"},"region":"KZ-75","status":"%s","version":%d}
                """.formatted(code, status, version));
    }

    /** A key of an institution, whose secret has this digest. */
    public static void describeKey(UUID id, int version, String institution, String sha256, Instant expiresAt) {
        String subject = "institution-key/" + id;
        send("qadam.keys", subject, "kz.qadam.institution-key.described.v1", version, """
                {"id":"%s","institution":"%s","sha256":"%s","expiresAt":"%s","revoked":%b,"version":%d}
                """.formatted(
                        id, institution, sha256, expiresAt, version > 1, version));
    }

    /** A key that is for one thing only. */
    public static void describeKeyFor(String only, UUID id, String institution, String sha256, Instant expiresAt) {
        String subject = "institution-key/" + id;
        send("qadam.keys", subject, "kz.qadam.institution-key.described.v1", 1, """
                {"id":"%s","institution":"%s","sha256":"%s","expiresAt":"%s","revoked":false,"version":1,"only":"%s"}
                """.formatted(
                        id, institution, sha256, expiresAt, only));
    }

    /** Everything about keys up to this instant was sent, in so many states. */
    public static void confirmKeys(Instant through, long states) {
        int version = Math.toIntExact(through.getEpochSecond());
        send("qadam.keys", "institution-keys", "kz.qadam.institution-keys.confirmed.v1", version, """
                {"through":"%s","states":%d,"version":%d}
                """.formatted(
                        through, states, version));
    }

    public static Enrolled enrol(String institution, String reference, UUID learner, String cohort, String course) {
        var enrolled = new Enrolled(UUID.randomUUID(), reference, institution, learner, cohort, course);
        enrol(enrolled, 1, "KZ-75", LocalDate.parse("2026-01-10"));
        return enrolled;
    }

    public static void enrol(Enrolled e, int version, String region, LocalDate on) {
        send(
                "qadam.enrolments",
                e.learner().toString(),
                "kz.qadam.enrolment.enrolled.v1",
                e.id().toString(),
                version,
                """
                {"enrolmentId":"%s","reference":"%s","institution":"%s","learnerId":"%s","course":"%s","cohort":"%s",
                 "region":"%s","enrolledOn":"%s","withdrawnOn":null,"version":%d,"recordedAt":"2026-01-10T00:00:00Z"}
                """.formatted(
                                e.id(),
                                e.reference(),
                                e.institution(),
                                e.learner(),
                                e.course(),
                                e.cohort(),
                                region,
                                on,
                                version));
    }

    /** The enrolments of one learner are another's from now on. */
    public static void merge(UUID absorbed, UUID surviving, Enrolled... moved) {
        for (Enrolled e : moved) {
            var now = new Enrolled(e.id(), e.reference(), e.institution(), surviving, e.cohort(), e.course());
            enrol(now, 2, "KZ-75", LocalDate.parse("2026-01-10"));
        }
        send("qadam.enrolments", absorbed.toString(), "kz.qadam.learner.merged.v1", 1, """
                {"learnerId":"%s","into":"%s","version":1,"recordedAt":"2026-06-01T00:00:00Z"}
                """.formatted(
                        absorbed, surviving));
    }

    /** The merge is undone: the enrolments are of the absorbed learner again. */
    public static void split(UUID absorbed, Enrolled... moved) {
        for (Enrolled e : moved) {
            enrol(e, 3, "KZ-75", LocalDate.parse("2026-01-10"));
        }
        send("qadam.enrolments", absorbed.toString(), "kz.qadam.learner.merged.v1", 2, """
                {"learnerId":"%1$s","into":"%1$s","version":2,"recordedAt":"2026-06-02T00:00:00Z"}
                """.formatted(absorbed));
    }

    /** The course of an enrolment is corrected, in that version. */
    public static void correctCourse(Enrolled e, int version, String course) {
        var corrected = new Enrolled(e.id(), e.reference(), e.institution(), e.learner(), e.cohort(), course);
        enrol(corrected, version, "KZ-75", LocalDate.parse("2026-01-10"));
    }

    public static void send(String topic, String subject, String type, int version, String data) {
        send(topic, subject, type, subject, version, data);
    }

    public static void send(String topic, String key, String type, String subject, int version, String data) {
        var event = new CloudEvent(
                CloudEvent.idOf(type, subject, version),
                type,
                "/enrolment-service",
                subject,
                Instant.now(),
                null,
                data);
        try {
            PRODUCER.send(event.to(topic, key)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
