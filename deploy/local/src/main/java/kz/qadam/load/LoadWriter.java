package kz.qadam.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.demo.Iin;

/**
 * Sends enrolments and completions, alone and as batches, and counts what was acknowledged. Each person takes one course.
 * Every third completion is sent before its enrolment.
 */
final class LoadWriter {

    static final int BATCH = 20;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CSV = "text/csv";
    private static final String APPLICATION_JSON = "application/json";
    private static final int AT_ONCE = 1_000;
    private static final List<String> VERDICTS =
            List.of("accepted", "pending", "refused", "duplicate", "conflict", "rejected");
    private static final List<String> COHORTS = List.of("pupils", "students", "citizens");

    private final RepeatingClient client;
    private final LoadCallers callers;
    private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Integer> people = new ConcurrentLinkedQueue<>();

    LoadWriter(RepeatingClient client, LoadCallers callers) {
        this.client = client;
        this.callers = callers;
    }

    /** What the figures have to grow by. */
    Map<String, Long> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    void writeOne(int person) throws IOException, InterruptedException {
        String cohort = cohort(person);
        var enrolment =
                new LoadRequest("enrolment", "/v1/enrolments", callers.partner(), APPLICATION_JSON, """
                {"reference":"%s","course":"%s","cohort":"%s","learner":{"iin":"%s"},"enrolledOn":"2026-02-01"}""".formatted(
                                enrolment(person), callers.course(), cohort, Iin.of(person)));
        var completion =
                new LoadRequest("progress", "/v1/completions", callers.partner(), APPLICATION_JSON, """
                {"reference":"%s","enrolment":"%s","completedOn":"2026-05-31"}""".formatted(
                                completion(person), enrolment(person)));
        List<LoadRequest> both = person % 3 == 0 ? List.of(completion, enrolment) : List.of(enrolment, completion);
        for (LoadRequest request : both) {
            client.send(request, 200, 201);
        }
        acknowledge(person);
    }

    void writeBatch(int first) throws IOException, InterruptedException {
        requireKept(sendEnrolments(people(first)));
        requireKept(sendCompletions(people(first)));
        people(first).forEach(this::acknowledge);
    }

    /** Sends all that was acknowledged once more, and returns how many items got which verdict. */
    Map<String, Integer> sendAgain() throws IOException, InterruptedException {
        List<Integer> all = List.copyOf(people);
        Map<String, Integer> verdicts = new TreeMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Integer> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            add(sendEnrolments(some.stream()), verdicts);
            add(sendCompletions(some.stream()), verdicts);
        }
        return verdicts;
    }

    private static void add(String answer, Map<String, Integer> verdicts) throws IOException {
        JsonNode counts = JSON.readTree(answer);
        for (String verdict : VERDICTS) {
            if (counts.path(verdict).asInt() > 0) {
                verdicts.merge(verdict, counts.path(verdict).asInt(), Integer::sum);
            }
        }
    }

    private String sendEnrolments(Stream<Integer> some) throws IOException, InterruptedException {
        String enrolments = some.map(person -> "%s,%s,%s,%s,2026-02-01\n"
                        .formatted(enrolment(person), callers.course(), cohort(person), Iin.of(person)))
                .collect(Collectors.joining("", "reference,course,cohort,iin,enrolledOn\n", ""));
        return client.send(
                new LoadRequest("enrolment", "/v1/enrolments/batch", callers.partner(), CSV, enrolments), 207);
    }

    private String sendCompletions(Stream<Integer> some) throws IOException, InterruptedException {
        String completions = some.map(person -> "%s,%s,2026-05-31\n".formatted(completion(person), enrolment(person)))
                .collect(Collectors.joining("", "reference,enrolment,completedOn\n", ""));
        return client.send(
                new LoadRequest("progress", "/v1/completions/batch", callers.partner(), CSV, completions), 207);
    }

    private static Stream<Integer> people(int first) {
        return IntStream.range(first, first + BATCH).boxed();
    }

    private static void requireKept(String answer) throws IOException {
        JsonNode verdicts = JSON.readTree(answer);
        int kept = Stream.of("accepted", "pending", "duplicate")
                .mapToInt(status -> verdicts.path(status).asInt())
                .sum();
        if (kept != BATCH) {
            throw new IOException("A batch was not kept: " + answer);
        }
    }

    private void acknowledge(int person) {
        people.add(person);
        String cohort = cohort(person);
        for (String measure : List.of(CohortFigures.ENROLLED, CohortFigures.COMPLETIONS, CohortFigures.TRAINED)) {
            acknowledged.merge(CohortFigures.key(cohort, measure), 1L, Long::sum);
        }
    }

    private static String cohort(int person) {
        return COHORTS.get(person % COHORTS.size());
    }

    private String enrolment(int person) {
        return "E-%s-%d".formatted(run, person);
    }

    private String completion(int person) {
        return "C-%s-%d".formatted(run, person);
    }
}
