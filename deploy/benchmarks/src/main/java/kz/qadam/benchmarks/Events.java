package kz.qadam.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.events.kafka.CloudEvent;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The events that the other services would publish: an enrolment, its completion and the trained state of each of many
 * learners, in 2,000 institutions, 20 regions and 200 courses, ordered by day over five months. One event in ten is
 * delivered twice.
 *
 * @param count the number of deliveries
 * @param spread this many of them come first, and cover all days already
 */
record Events(int count, int spread) {

    private static final Instant TIME = Instant.parse("2026-06-01T05:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 2);
    private static final int DAYS = 150;
    private static final List<String> COHORTS = List.of("pupils", "students", "civil-servants", "business", "citizens");
    private static final List<String> REGIONS = List.of(
            "KZ-10", "KZ-11", "KZ-15", "KZ-19", "KZ-23", "KZ-27", "KZ-31", "KZ-33", "KZ-35", "KZ-39", "KZ-43", "KZ-47",
            "KZ-55", "KZ-59", "KZ-61", "KZ-62", "KZ-63", "KZ-71", "KZ-75", "KZ-79");
    private static final List<String> AREAS = List.of("ai", "digitalisation", "platform-economy", "big-data");
    private static final String NAMES = "{\"kk\":\"%1$s\",\"ru\":\"%1$s\",\"en\":\"%1$s\"}";

    private static final String PROGRAMME = """
            {"code":"ai-skills","version":1,"versions":[{"version":1,"startsOn":"2026-01-01","horizon":"2030-12-31",\
            "milestones":[],"zone":"Asia/Almaty","recordedAt":"2026-01-01T00:00:00Z"}]}""";
    private static final String COHORT = """
            {"code":"%1$s","names":%2$s,"version":1,"versions":[{"version":1,"validFrom":"2000-01-01","target":500000,\
            "requirement":{},"recordedAt":"2026-01-01T00:00:00Z"}]}""";
    private static final String COURSE = """
            {"code":"AI-%d","titles":%s,"hours":36,"area":"%s","version":1}""";
    private static final String INSTITUTION = """
            {"code":"school-%1$d","bin":null,"kind":"school","names":%2$s,"region":"%3$s","status":"active",\
            "version":1}""";

    private static final String ENROLLED = """
            {"enrolmentId":"%s","reference":"E-%d","institution":"school-%d","learnerId":"%s","course":"AI-%d",\
            "cohort":"%s","region":"%s","enrolledOn":"2026-02-01","withdrawnOn":null,"version":1,\
            "recordedAt":"2026-02-01T05:00:00Z"}""";
    private static final String RECORDED = """
            {"completionId":"%s","reference":"C-%d","institution":"school-%d","enrolmentId":"%s","learnerId":"%s",\
            "course":"AI-%d","cohort":"%s","region":"%s","completedOn":"%s","status":"accepted","counts":true,\
            "because":null,"cause":"reported","trainedVersion":1,"version":1,"recordedAt":"2026-06-01T05:00:00Z"}""";
    private static final String TRAINED = """
            {"learnerId":"%s","cohort":"%s","trained":true,"trainedOn":"%s","completionId":"%s","reference":"C-%d",\
            "institution":"school-%d","region":"%s","course":"AI-%d","requirementVersion":1,"programmeVersion":1,\
            "cohortVersion":1,"cause":"completion","version":1,"recordedAt":"2026-06-01T05:00:00Z"}""";

    Events(int count) {
        this(count, 0);
    }

    /** The number of deliveries, including repetitions. */
    int sent() {
        return count;
    }

    /** The number of different events. */
    int different() {
        return count - count / 10;
    }

    /** The number of completions; the number of trained people is the same or one less. */
    int completions() {
        return (different() + 1) / 3;
    }

    int trained() {
        return different() / 3;
    }

    Stream<ProducerRecord<byte[], byte[]>> catalogue() {
        Stream<ProducerRecord<byte[], byte[]>> cohorts =
                COHORTS.stream().map(code -> described("cohort", code, COHORT.formatted(code, NAMES.formatted(code))));
        Stream<ProducerRecord<byte[], byte[]>> courses = IntStream.range(0, 200)
                .mapToObj(i -> described(
                        "course", "AI-" + i, COURSE.formatted(i, NAMES.formatted("AI " + i), AREAS.get(i % 4))));
        Stream<ProducerRecord<byte[], byte[]>> institutions = IntStream.range(0, ProgressDatabase.INSTITUTIONS)
                .mapToObj(i -> described(
                        "institution",
                        "school-" + i,
                        INSTITUTION.formatted(i, NAMES.formatted("School " + i), REGIONS.get(i % 20))));
        return Stream.of(Stream.of(described("programme", "ai-skills", PROGRAMME)), cohorts, courses, institutions)
                .flatMap(one -> one);
    }

    static int described() {
        return 1 + COHORTS.size() + 200 + ProgressDatabase.INSTITUTIONS;
    }

    /** All events in the order of delivery. */
    Stream<ProducerRecord<byte[], byte[]>> all() {
        return range(0, count);
    }

    /** Some of the deliveries. */
    Stream<ProducerRecord<byte[], byte[]>> range(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> event(i % 10 == 9 ? i - 5 : i));
    }

    /** The type and the learner of an event follow from its place among the events without repetitions. */
    private ProducerRecord<byte[], byte[]> event(int sent) {
        int original = sent - sent / 10;
        int learner = original / 3;
        return switch (original % 3) {
            case 0 -> enrolled(learner);
            case 1 -> recorded(learner);
            default -> trained(learner);
        };
    }

    private ProducerRecord<byte[], byte[]> enrolled(int i) {
        String data = ENROLLED.formatted(id(1, i), i, institution(i), id(0, i), course(i), cohort(i), region(i));
        return of("qadam.enrolments", "kz.qadam.enrolment.enrolled.v1", "/enrolment-service", id(1, i), i, data);
    }

    private ProducerRecord<byte[], byte[]> recorded(int i) {
        String data = RECORDED.formatted(
                id(2, i), i, institution(i), id(1, i), id(0, i), course(i), cohort(i), region(i), day(i));
        return of("qadam.completions", "kz.qadam.completion.recorded.v1", "/progress-service", id(2, i), i, data);
    }

    private ProducerRecord<byte[], byte[]> trained(int i) {
        String data = TRAINED.formatted(id(0, i), cohort(i), day(i), id(2, i), i, institution(i), region(i), course(i));
        return of("qadam.completions", "kz.qadam.learner.trained.v1", "/progress-service", id(3, i), i, data);
    }

    private static ProducerRecord<byte[], byte[]> of(
            String topic, String type, String source, UUID subject, int learner, String data) {
        return event(type, source, subject.toString(), data)
                .to(topic, id(0, learner).toString());
    }

    private static ProducerRecord<byte[], byte[]> described(String kind, String code, String data) {
        String subject = kind + "/" + code;
        return event("kz.qadam.catalogue." + kind + "-described.v1", "/enrolment-service", subject, data)
                .to("qadam.catalogue", subject);
    }

    private static CloudEvent event(String type, String source, String subject, String data) {
        return new CloudEvent(CloudEvent.idOf(type, subject, 1), type, source, subject, TIME, null, data);
    }

    private LocalDate day(int i) {
        int early = (spread - spread / 10) / 3;
        int people = different() / 3 + 1;
        long day = i < early ? i * (long) DAYS / early : (i - early) * (long) DAYS / (people - early);
        return FIRST_DAY.plusDays(day + mixed(i, 5) % 7);
    }

    private static int institution(int i) {
        return (int) (mixed(i, 6) % ProgressDatabase.INSTITUTIONS);
    }

    private static int course(int i) {
        return (int) (mixed(i, 7) % 200);
    }

    private static String cohort(int i) {
        return COHORTS.get(i % COHORTS.size());
    }

    private static String region(int i) {
        return REGIONS.get(institution(i) % REGIONS.size());
    }

    /**
     * An id. Ids of learners are random; the first half of ids that services generate grows with time, as UUIDs of
     * version 7 do.
     */
    private static UUID id(int kind, int i) {
        long high = kind == 1 || kind == 2 ? 0x0199_a1c2_0000_7000L | (long) i << 16 : mixed(i, kind + 20);
        return new UUID(high, mixed(i, kind) | Long.MIN_VALUE);
    }

    /** The finisher of SplitMix64; not negative. */
    private static long mixed(int i, int salt) {
        long z = (i + 1) * 0x9E37_79B9_7F4A_7C15L + salt * 0xD1B5_4A32_D192_ED03L;
        z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return (z ^ z >>> 31) >>> 1;
    }
}
