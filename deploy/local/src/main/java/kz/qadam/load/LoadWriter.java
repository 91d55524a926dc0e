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

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CSV = "text/csv";
    private static final String APPLICATION_JSON = "application/json";
    private static final int AT_ONCE = 1_000;
    private static final List<String> VERDICTS =
            List.of("accepted", "pending", "refused", "duplicate", "conflict", "rejected");
    private static final List<String> COHORTS = List.of("pupils", "students", "citizens");

    private final RepeatingClient client;
    private final LoadCallers callers;
    private final LoadMix mix;
    private final LoadTally tally;
    private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Integer> people = new ConcurrentLinkedQueue<>();

    LoadWriter(RepeatingClient client, LoadCallers callers, LoadMix mix, LoadTally tally) {
        this.client = client;
        this.callers = callers;
        this.mix = mix;
        this.tally = tally;
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
            tally.addWritten();
        }
        acknowledge(person);
        if (mix.isRevoked(person)) {
            client.send(
                    new LoadRequest("progress", "/v1/revocations", callers.partner(), APPLICATION_JSON, """
                    {"completion":"%s","reason":"entered for the wrong person"}""".formatted(
                                    completion(person))),
                    200);
            revoked(person);
        }
    }

    void writeBatch(int first) throws IOException, InterruptedException {
        List<Integer> all = IntStream.range(first, first + mix.batch()).boxed().toList();
        requireKept(sendEnrolments(all), all);
        requireKept(sendCompletions(all), all);
        all.forEach(this::acknowledge);
        List<Integer> wrong = revoked(all);
        if (!wrong.isEmpty()) {
            requireKept(sendRevocations(wrong), wrong);
            wrong.forEach(this::revoked);
        }
    }

    /** How many enrolments and completions were acknowledged. */
    int things() {
        return 2 * people.size();
    }

    /** Sends all that was acknowledged once more, and returns how many items got which verdict. */
    Map<String, Integer> sendAgain() throws IOException, InterruptedException {
        List<Integer> all = List.copyOf(people);
        Map<String, Integer> verdicts = new TreeMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Integer> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            add(sendEnrolments(some), verdicts);
            add(sendCompletions(some), verdicts);
            List<Integer> wrong = revoked(some);
            if (!wrong.isEmpty()) {
                add(sendRevocations(wrong), verdicts);
            }
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

    private String sendEnrolments(List<Integer> some) throws IOException, InterruptedException {
        String enrolments = some.stream()
                .map(person -> "%s,%s,%s,%s,2026-02-01\n"
                        .formatted(enrolment(person), callers.course(), cohort(person), Iin.of(person)))
                .collect(Collectors.joining("", "reference,course,cohort,iin,enrolledOn\n", ""));
        return client.send(
                new LoadRequest("enrolment", "/v1/enrolments/batch", callers.partner(), CSV, enrolments), 207);
    }

    private String sendCompletions(List<Integer> some) throws IOException, InterruptedException {
        String completions = some.stream()
                .map(person -> "%s,%s,2026-05-31\n".formatted(completion(person), enrolment(person)))
                .collect(Collectors.joining("", "reference,enrolment,completedOn\n", ""));
        return client.send(
                new LoadRequest("progress", "/v1/completions/batch", callers.partner(), CSV, completions), 207);
    }

    private String sendRevocations(List<Integer> some) throws IOException, InterruptedException {
        String revocations = some.stream()
                .map(person -> "%s,entered for the wrong person\n".formatted(completion(person)))
                .collect(Collectors.joining("", "completion,reason\n", ""));
        return client.send(
                new LoadRequest("progress", "/v1/revocations/batch", callers.partner(), CSV, revocations), 207);
    }

    private List<Integer> revoked(List<Integer> some) {
        return some.stream().filter(mix::isRevoked).toList();
    }

    private void requireKept(String answer, List<Integer> sent) throws IOException {
        JsonNode verdicts = JSON.readTree(answer);
        int kept = Stream.of("accepted", "pending", "duplicate")
                .mapToInt(status -> verdicts.path(status).asInt())
                .sum();
        if (kept != sent.size()) {
            throw new IOException("A batch was not kept: " + answer);
        }
        tally.addWritten();
    }

    private void acknowledge(int person) {
        people.add(person);
        String cohort = cohort(person);
        for (String measure : List.of(CohortFigures.ENROLLED, CohortFigures.COMPLETIONS, CohortFigures.TRAINED)) {
            acknowledged.merge(CohortFigures.key(cohort, measure), 1L, Long::sum);
        }
    }

    /** The person stays enrolled, and has nothing else. */
    private void revoked(int person) {
        for (String measure : List.of(CohortFigures.COMPLETIONS, CohortFigures.TRAINED)) {
            acknowledged.merge(CohortFigures.key(cohort(person), measure), -1L, Long::sum);
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
