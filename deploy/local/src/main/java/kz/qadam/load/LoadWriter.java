package kz.qadam.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final List<String> COHORTS = List.of("pupils", "students", "citizens");

    private final RepeatingClient client;
    private final LoadCallers callers;
    private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

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
        acknowledge(cohort);
    }

    void writeBatch(int first) throws IOException, InterruptedException {
        String enrolments = people(first)
                .map(person -> "%s,%s,%s,%s,2026-02-01\n"
                        .formatted(enrolment(person), callers.course(), cohort(person), Iin.of(person)))
                .collect(Collectors.joining("", "reference,course,cohort,iin,enrolledOn\n", ""));
        String completions = people(first)
                .map(person -> "%s,%s,2026-05-31\n".formatted(completion(person), enrolment(person)))
                .collect(Collectors.joining("", "reference,enrolment,completedOn\n", ""));
        requireKept(client.send(
                new LoadRequest("enrolment", "/v1/enrolments/batch", callers.partner(), CSV, enrolments), 207));
        requireKept(client.send(
                new LoadRequest("progress", "/v1/completions/batch", callers.partner(), CSV, completions), 207));
        people(first).forEach(person -> acknowledge(cohort(person)));
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

    private void acknowledge(String cohort) {
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
