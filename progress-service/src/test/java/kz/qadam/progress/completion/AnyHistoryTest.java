package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Neighbours.Enrolled;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of posts, corrections, revocations, enrolments and their corrections, in random order and batching:
 * where all comes to rest is what plainly follows from what was said last.
 */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class AnyHistoryTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-02-01");
    private static final int COMPLETIONS = 40;
    private static final int ENROLMENTS = 12;

    /** What was said last about a completion. */
    private static final class Said {
        private int enrolment;
        private LocalDate on;
        private boolean revoked;
    }

    private record Joined(Enrolled enrolled, LocalDate on) {}

    private final Partner school = Partner.school();
    private final List<UUID> learners =
            IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID()).toList();
    private final Map<Integer, Said> said = new HashMap<>();
    private final Map<Integer, Joined> joined = new HashMap<>();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
        Neighbours.describeCohort("pupils", 1, "2000-01-01", "{}");
        Neighbours.describeCohort("students", 1, "2000-01-01", "{}");
        Neighbours.describeCourse("AI-101", 1, 36);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void it_all_comes_to_rest_where_it_was_said_last(long seed) {
        Random random = new Random(seed);
        List<Deque<Runnable>> steps = new ArrayList<>();
        IntStream.range(0, COMPLETIONS).forEach(i -> steps.add(completion(i, random)));
        IntStream.range(0, ENROLMENTS).forEach(i -> steps.add(enrolment(i, random)));

        while (!steps.isEmpty()) {
            Deque<Runnable> one = steps.get(random.nextInt(steps.size()));
            one.removeFirst().run();
            steps.removeIf(Deque::isEmpty);
        }

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(statuses()).as("seed %d", seed).isEqualTo(expectedStatuses());
            assertThat(trained()).as("seed %d", seed).isEqualTo(expectedTrained());
        });
    }

    private Deque<Runnable> completion(int i, Random random) {
        Deque<Runnable> steps = new ArrayDeque<>();
        Said last = new Said();
        said.put(i, last);
        last.enrolment = random.nextInt(ENROLMENTS);
        last.on = FIRST.plusDays(random.nextInt(60));
        int enrolment = last.enrolment;
        LocalDate on = last.on;
        steps.add(() ->
                school.completes("C-" + i, "E-" + enrolment, on.toString()).statusCode(201));
        int corrections = random.nextInt(4);
        for (int k = 0; k < corrections; k++) {
            steps.add(random.nextBoolean() ? toAnotherDay(i, last, random) : toAnotherEnrolment(i, last, random));
        }
        if (random.nextInt(5) == 0) {
            last.revoked = true;
            steps.add(() -> school.revokes("C-" + i).statusCode(200));
        }
        return steps;
    }

    private Runnable toAnotherDay(int i, Said last, Random random) {
        last.on = FIRST.plusDays(random.nextInt(60));
        String members = "\"completedOn\":\"" + last.on + "\"";
        return () -> school.corrects("C-" + i, members).statusCode(200);
    }

    /** By the file, with the same row twice. */
    private Runnable toAnotherEnrolment(int i, Said last, Random random) {
        last.enrolment = random.nextInt(ENROLMENTS);
        String row = "C-%d,E-%d,moved\n".formatted(i, last.enrolment);
        return () -> school.csv("/v1/corrections/batch", "completion,enrolment,reason\n" + row + row)
                .statusCode(207);
    }

    private Deque<Runnable> enrolment(int i, Random random) {
        Deque<Runnable> steps = new ArrayDeque<>();
        UUID id = UUID.randomUUID();
        UUID learner = learners.get(random.nextInt(learners.size()));
        int versions = 1 + random.nextInt(3);
        for (int version = 1; version <= versions; version++) {
            String cohort = random.nextBoolean() ? "pupils" : "students";
            LocalDate on = FIRST.plusDays(random.nextInt(40));
            var enrolled = new Enrolled(id, "E-" + i, school.institution(), learner, cohort, "AI-101");
            joined.put(i, new Joined(enrolled, on));
            int said = version;
            steps.add(() -> Neighbours.enrol(enrolled, said, "KZ-75", on));
        }
        return steps;
    }

    private Map<String, String> statuses() {
        Map<String, String> statuses = new TreeMap<>();
        var items = school.get("/v1/completions?limit=1000").extract().<List<Map<String, Object>>>path("items");
        items.forEach(item -> statuses.put((String) item.get("reference"), (String) item.get("status")));
        return statuses;
    }

    private Map<String, String> expectedStatuses() {
        Map<String, String> statuses = new TreeMap<>();
        said.forEach((i, last) ->
                statuses.put("C-" + i, last.revoked ? "revoked" : isRefused(last) ? "refused" : "accepted"));
        return statuses;
    }

    private boolean isRefused(Said last) {
        return last.on.isBefore(joined.get(last.enrolment).on());
    }

    private Map<String, String> trained() {
        Map<String, String> trained = new TreeMap<>();
        var items =
                school.get("/v1/learners?limit=1000&trained=true").extract().<List<Map<String, Object>>>path("items");
        items.forEach(
                item -> trained.put(item.get("learnerId") + "/" + item.get("cohort"), (String) item.get("trainedOn")));
        return trained;
    }

    /** Any one course does: the first day of what is accepted. */
    private Map<String, String> expectedTrained() {
        Map<String, String> trained = new TreeMap<>();
        said.values().stream().filter(last -> !last.revoked && !isRefused(last)).forEach(last -> {
            Enrolled enrolled = joined.get(last.enrolment).enrolled();
            trained.merge(
                    enrolled.learner() + "/" + enrolled.cohort(),
                    last.on.toString(),
                    (one, other) -> one.compareTo(other) <= 0 ? one : other);
        });
        return trained;
    }
}
