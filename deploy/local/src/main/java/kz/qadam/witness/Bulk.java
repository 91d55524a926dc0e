package kz.qadam.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the institutions report first, {@value #EACH} enrolments each and two completions to three of them, made up by
 * arithmetic: E-n is completed by C-n. Each institution sends another format. Among the completions some are refused
 * (every eleventh, before its enrolment), some wait for ever (every thirteenth), some are sent twice.
 */
final class Bulk {

    static final int EACH = 120;

    private static final List<String> INSTITUTIONS =
            List.of("school-1", "school-2", "university-1", "university-2", "agency-1", "company-1", "centre-1");

    private static final List<String> COHORTS = List.of("pupils", "students", "civil-servants", "business", "citizens");

    /** The cohort of most of whom an institution enrols. */
    private static final List<Integer> MAIN_COHORT = List.of(0, 0, 1, 1, 2, 3, 4);

    private static final List<String> COURSES = List.of("AI-101", "AI-102", "DG-201", "PE-301", "BD-401");

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private Bulk() {}

    static List<Call> batches() {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < INSTITUTIONS.size() - 1; i++) {
            calls.add(enrolments(i, List.of(JSON, NDJSON, CSV).get(i % 3), "/v1/enrolments/batch"));
            calls.add(completions(i, List.of(CSV, JSON, NDJSON).get(i % 3), "/v1/completions/batch"));
        }
        return calls;
    }

    /** The last institution sends large files. */
    static List<Call> imports() {
        int last = INSTITUTIONS.size() - 1;
        return List.of(
                enrolments(last, CSV, "/v1/enrolment-imports?fileName=enrolments.csv"),
                completions(last, NDJSON, "/v1/completion-imports?fileName=completions.ndjson"));
    }

    private static Call enrolments(int institution, String type, String path) {
        List<String> header =
                List.of("reference", "course", "cohort", "documentCountry", "documentNumber", "region", "enrolledOn");
        String json = """
                {"reference":"%s","course":"%s","cohort":"%s","learner":{"document":{"country":"%s","number":"%s"}},\
                "region":"%s","enrolledOn":"%s"}""";
        return call(institution, "enrolment", path, type, header, json, n -> enrolment(institution, n), EACH);
    }

    private static List<String> enrolment(int institution, int n) {
        int cohort = n % 6 == 5 ? (institution + n) % COHORTS.size() : MAIN_COHORT.get(institution);
        String course = n % 30 == 29 ? "BD-402" : COURSES.get((n * 7 + institution) % COURSES.size());
        // Two institutions share their learners, and some learners take several courses.
        String document = "N%08d".formatted(institution / 2 * 1000 + n % 90);
        String region = n % 10 == 0 ? "KZ-71" : "KZ-75";
        return List.of("E-" + n, course, COHORTS.get(cohort), "KZ", document, region, day(2, n));
    }

    private static Call completions(int institution, String type, String path) {
        List<String> header = List.of("reference", "enrolment", "completedOn", "score", "certificate");
        String json = """
                {"reference":"%s","enrolment":"%s","completedOn":"%s","score":%s,"certificate":"%s"}""";
        return call(institution, "progress", path, type, header, json, n -> completion(n * 3 / 2), EACH * 2 / 3);
    }

    private static List<String> completion(int number) {
        int n = number % 50 == 49 ? number - 4 : number;
        String enrolment = (n % 13 == 0 && n > 0 ? "unknown-" : "E-") + n;
        String completedOn = n % 11 == 0 ? "2026-01-15" : day(3 + n % 6, n * 5);
        return List.of("C-" + n, enrolment, completedOn, "0." + (50 + n % 50), "K-" + n);
    }

    private static String day(int month, int n) {
        return "2026-%02d-%02d".formatted(month, 1 + n % 28);
    }

    private static Call call(
            int institution,
            String service,
            String path,
            String type,
            List<String> header,
            String json,
            IntFunction<List<String>> rows,
            int count) {
        String body = IntStream.range(0, count)
                .mapToObj(rows)
                .map(row -> type.equals(CSV) ? String.join(",", row) : json.formatted(row.toArray()))
                .collect(joined(type, header));
        return new Call(INSTITUTIONS.get(institution), service, "POST", path, Map.of("Content-Type", type), body);
    }

    private static Collector<CharSequence, ?, String> joined(String type, List<String> header) {
        return switch (type) {
            case JSON -> Collectors.joining(",", "[", "]");
            case NDJSON -> Collectors.joining("\n");
            default -> Collectors.joining("\n", String.join(",", header) + "\n", "\n");
        };
    }
}
