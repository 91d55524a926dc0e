package kz.qadam.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.local.QadamBackends;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** Sends the events of the other services, in the shape of their published examples, to the real Kafka. */
public final class Events {

    /** All that was ever described, so that a cohort is judged by all of it. */
    private static final Map<String, Long> COURSES = new ConcurrentHashMap<>();

    static {
        // On a busy machine everything takes its time.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    private Events() {}

    /** What every cohort of a test stands on: the seeded programme and one course. */
    public static void seed() {
        programme(1, "2026-01-01", "2030-12-31");
        course("AI-101", 36, 1);
    }

    public static void programme(long version, String startsOn, String horizon) {
        send(
                "qadam.catalogue",
                "programme/ai-skills",
                "kz.qadam.catalogue.programme-described.v1",
                version,
                """
                {"code": "ai-skills", "version": %d, "versions": [{"version": %d, "startsOn": "%s", "horizon": "%s",
                 "milestones": [{"code": "digital-nation", "on": "2028-09-08"}], "zone": "Asia/Almaty",
                 "recordedAt": "2026-01-01T00:00:00Z"}]}
                """.formatted(version, version, startsOn, horizon));
    }

    public static void course(String code, int hours, long version) {
        course(code, hours, "ai", version);
    }

    public static void course(String code, int hours, String area, long version) {
        COURSES.merge(code, version, Math::max);
        send("qadam.catalogue", "course/" + code, "kz.qadam.catalogue.course-described.v1", version, """
                {"code": "%s", "titles": {"kk": "К", "ru": "К", "en": "=C"}, "hours": %d, "area": "%s", "version": %d}
                """.formatted(
                        code, hours, area, version));
    }

    public static void institution(String code) {
        institution(code, 1, "active");
    }

    public static void institution(String code, long version, String status) {
        institution(code, "school", "School 42", "KZ-75", status, version);
    }

    /**
     * An institution in any of its versions.
     *
     * @param region null: none is known
     */
    public static void institution(String code, String kind, String name, String region, String status, long version) {
        send(
                "qadam.catalogue",
                "institution/" + code,
                "kz.qadam.catalogue.institution-described.v1",
                version,
                """
                {"code": "%s", "bin": null, "kind": "%s", "names": {"kk": "№42 мектеп", "ru": "Школа 42",
                 "en": "%s"}, "region": %s, "status": "%s", "version": %d}
                """.formatted(code, kind, name, region == null ? "null" : "\"" + region + "\"", status, version));
    }

    /** A cohort whose requirement is any one course, judged by its first version and all courses. */
    public static void cohort(String code, Long target) {
        cohort(code, 1, """
                {"version": 1, "validFrom": "2000-01-01", "target": %s, "requirement": {},
                 "recordedAt": "2026-01-01T00:00:00Z"}
                """.formatted(target));
        evaluated(code, 1, 1, 1);
    }

    public static void cohort(String code, long version, String versions) {
        send("qadam.catalogue", "cohort/" + code, "kz.qadam.catalogue.cohort-described.v1", version, """
                {"code": "%s", "names": {"kk": "Топ", "ru": "Группа", "en": "Cohort"}, "version": %d, "versions": [%s]}
                """.formatted(
                        code, version, versions));
    }

    /** The office withdraws a cohort. */
    public static void withdrawn(String code, long version) {
        send("qadam.catalogue", "cohort/" + code, "kz.qadam.catalogue.cohort-described.v1", version, """
                {"code": "%s", "names": {"kk": "Топ", "ru": "Группа", "en": "Cohort"}, "version": %d, "versions":
                 [{"version": %2$d, "validFrom": "2000-01-01", "target": null, "requirement": {}, "plan": null,
                   "recordedAt": "2026-02-01T00:00:00Z"}], "withdrawn": true}
                """.formatted(
                        code, version));
    }

    public static void evaluated(String cohort, long version, long programmeVersion, long cohortVersion) {
        send(
                "qadam.completions",
                cohort,
                "kz.qadam.cohort.evaluated.v1",
                "evaluation/" + cohort,
                version,
                """
                {"cohort": "%s", "programmeVersion": %d, "cohortVersion": %d, "courses": {%s}, "learners": 1,
                 "changed": 0, "version": %d, "recordedAt": "2026-09-01T00:00:10Z"}
                """.formatted(cohort, programmeVersion, cohortVersion, courses(), version));
    }

    private static String courses() {
        return COURSES.entrySet().stream()
                .map(course -> "\"%s\": %d".formatted(course.getKey(), course.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** A learner who is enrolled, has completed AI-101 and is trained by it on that day; returns the learner. */
    public static UUID trained(String cohort, String region, String institution, String day) {
        UUID learner = UUID.randomUUID();
        enrolled(learner, cohort, region, institution);
        UUID completion = UUID.randomUUID();
        completion(completion, learner, cohort, region, institution, day, 1, true);
        trained(learner, cohort, completion, region, institution, day, 1);
        return learner;
    }

    public static UUID enrolled(UUID learner, String cohort, String region, String institution) {
        UUID enrolment = UUID.randomUUID();
        enrolment("enrolled", enrolment, learner, cohort, region, institution, 1);
        return enrolment;
    }

    public static void enrolment(
            String what, UUID id, UUID learner, String cohort, String region, String institution, long version) {
        enrolment(what, id, learner, "AI-101", cohort, region, institution, null, version);
    }

    /**
     * An enrolment for any course, in any of its versions.
     *
     * @param withdrawnOn null: it goes on
     */
    public static void enrolment(
            String what,
            UUID id,
            UUID learner,
            String course,
            String cohort,
            String region,
            String institution,
            String withdrawnOn,
            long version) {
        send(
                "qadam.enrolments",
                learner.toString(),
                "kz.qadam.enrolment." + what + ".v1",
                id.toString(),
                version,
                """
                {"enrolmentId": "%s", "reference": "E-1", "institution": "%s", "learnerId": "%s", "course": "%s",
                 "cohort": "%s", "region": "%s", "enrolledOn": "2026-02-01", "withdrawnOn": %s, "version": %d,
                 "recordedAt": "2026-02-01T05:00:00Z"}
                """.formatted(
                                id,
                                institution,
                                learner,
                                course,
                                cohort,
                                region,
                                withdrawnOn == null ? "null" : "\"" + withdrawnOn + "\"",
                                version));
    }

    /** An enrolment that ended on this day. */
    public static void withdrawn(UUID id, UUID learner, String cohort, String day) {
        enrolment("withdrawn", id, learner, "AI-101", cohort, "KZ-75", "school-42", day, 2);
    }

    public static void completion(
            UUID id,
            UUID learner,
            String cohort,
            String region,
            String institution,
            String day,
            long version,
            boolean counts) {
        completion(id, learner, cohort, region, institution, day, version, counts, version);
    }

    public static void completion(
            UUID id,
            UUID learner,
            String cohort,
            String region,
            String institution,
            String day,
            long version,
            boolean counts,
            long trainedVersion) {
        String type = counts ? "kz.qadam.completion.recorded.v1" : "kz.qadam.completion.revoked.v1";
        send("qadam.completions", learner.toString(), type, id.toString(), version, """
                {"completionId": "%s", "reference": "C-1", "institution": "%s",
                 "enrolmentId": "0199a1c2-7a00-7c3e-8d11-5b8f6a7c1e01", "learnerId": "%s", "course": "AI-101",
                 "cohort": "%s", "region": "%s", "completedOn": "%s", "status": "%s", "counts": %s, "because": %s,
                 "cause": "reported", "trainedVersion": %d, "version": %d, "recordedAt": "2026-06-01T05:00:00Z"}
                """.formatted(
                        id,
                        institution,
                        learner,
                        cohort,
                        region,
                        day,
                        counts ? "accepted" : "revoked",
                        counts,
                        counts ? "null" : "\"revoked\"",
                        trainedVersion,
                        version));
    }

    public static void trained(
            UUID learner, String cohort, UUID completion, String region, String institution, String day, long version) {
        String subject = learner + "/" + cohort;
        send("qadam.completions", learner.toString(), "kz.qadam.learner.trained.v1", subject, version, """
                {"learnerId": "%s", "cohort": "%s", "trained": true, "trainedOn": "%s", "completionId": "%s",
                 "reference": "C-1", "institution": "%s", "region": "%s", "course": "AI-101", "requirementVersion": 1,
                 "programmeVersion": 1, "cohortVersion": 1, "cause": "completion", "version": %d,
                 "recordedAt": "2026-06-01T05:00:00Z"}
                """.formatted(
                        learner, cohort, day, completion, institution, region, version));
    }

    public static void noLongerTrained(UUID learner, String cohort, long version) {
        noLongerTrained(learner, cohort, version, "revocation");
    }

    public static void noLongerTrained(UUID learner, String cohort, long version, String cause) {
        String subject = learner + "/" + cohort;
        send(
                "qadam.completions",
                learner.toString(),
                "kz.qadam.learner.no-longer-trained.v1",
                subject,
                version,
                """
                {"learnerId": "%s", "cohort": "%s", "trained": false, "programmeVersion": 1, "cohortVersion": 1,
                 "cause": "%s", "version": %d, "recordedAt": "2026-06-01T05:00:00Z"}
                """.formatted(learner, cohort, cause, version));
    }

    /** The absorbed learner is none any more; what it had is told anew under the other. */
    public static void merged(UUID absorbed, UUID into) {
        send(
                "qadam.enrolments",
                absorbed.toString(),
                "kz.qadam.learner.merged.v1",
                absorbed.toString(),
                1,
                """
                {"learnerId": "%s", "into": "%s", "version": 1, "recordedAt": "2026-09-01T05:00:00Z"}
                """.formatted(absorbed, into));
    }

    public static void tally(String institution, LocalDate day, long received, long accepted, long version) {
        tally(institution, day, received, accepted, 0, version);
    }

    public static void tally(
            String institution, LocalDate day, long received, long accepted, long pendingNow, long version) {
        tally(institution, day, received, accepted, pendingNow, 0, version);
    }

    public static void tally(
            String institution,
            LocalDate day,
            long received,
            long accepted,
            long pendingNow,
            long revokedUntoldNow,
            long version) {
        String subject = "tally/" + institution + "/" + day;
        send(
                "qadam.completions",
                institution + "/" + day,
                "kz.qadam.intake.tallied.v1",
                subject,
                version,
                """
                {"institution": "%s", "day": "%s", "received": %d, "accepted": %d, "pending": 0, "refused": 0,
                 "duplicate": 0, "conflict": 0, "rejected": 0, "pendingNow": %d, "refusedNow": 0,
                 "revokedUntoldNow": %d, "version": %d,
                 "recordedAt": "2026-06-01T05:00:01Z"}
                """.formatted(institution, day, received, accepted, pendingNow, revokedUntoldNow, version));
    }

    private static void send(String topic, String key, String type, long version, String data) {
        send(topic, key, type, key, version, data);
    }

    /** Returns when Kafka has it; the id is that of the real publisher. */
    public static UUID send(String topic, String key, String type, String subject, long version, String data) {
        UUID id = CloudEvent.idOf(type, subject, version);
        var event = new CloudEvent(id, type, owner(type), subject, Instant.parse("2026-06-01T05:00:00Z"), null, data);
        send(event.to(topic, key));
        return id;
    }

    /** The service that publishes events of this type. */
    public static String owner(String type) {
        return type.matches("kz\\.qadam\\.(catalogue|enrolment|learner\\.merged)\\..*")
                ? "/enrolment-service"
                : "/progress-service";
    }

    /** The same, as if Kafka had been given it then: for this one, the topic takes the time of the sender. */
    public static UUID sentAt(Instant then, String topic, String key, String type, String subject, String data) {
        UUID id = CloudEvent.idOf(type, subject, 1);
        var event = new CloudEvent(id, type, owner(type), subject, then, null, data);
        var now = event.to(topic, key);
        timestamps(topic, "CreateTime");
        send(new ProducerRecord<>(topic, null, then.toEpochMilli(), now.key(), now.value(), now.headers()));
        timestamps(topic, "LogAppendTime");
        return id;
    }

    private static void timestamps(String topic, String type) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var entry = new ConfigEntry("message.timestamp.type", type);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", QadamBackends.kafka()))) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            Awaitility.await()
                    .until(() -> admin.describeConfigs(List.of(resource))
                            .all()
                            .get()
                            .get(resource)
                            .get(entry.name())
                            .value()
                            .equals(type));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Anything at all. */
    public static void send(ProducerRecord<byte[], byte[]> any) {
        try {
            Producer.OPEN.send(any).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Producer {
        static final KafkaProducer<byte[], byte[]> OPEN = new KafkaProducer<>(
                Map.of("bootstrap.servers", QadamBackends.kafka(), "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
