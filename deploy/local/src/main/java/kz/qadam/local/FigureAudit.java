package kz.qadam.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What an auditor asks after a load: everything could be read and sent, all figures are found again by a recount, and what was
 * sent adds up to them.
 *
 * @param token of an auditor
 */
record FigureAudit(Map<Service, URI> services, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration TO_ANSWER = Duration.ofMinutes(1);
    private static final Duration TO_ADD_UP = Duration.ofMinutes(2);
    private static final Duration TO_RECOUNT = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private static final Map<String, Service> DEAD_LETTERS = Map.of(
            "/v1/enrolment-dead-letters", Service.ENROLMENT,
            "/v1/completion-dead-letters", Service.PROGRESS,
            "/v1/audit/dead-letters", Service.REPORTING);
    private static final Map<String, Service> PARKED =
            Map.of("/v1/parked-states", Service.ENROLMENT, "/v1/parked", Service.PROGRESS);
    private static final List<String> COHORTS = List.of("pupils", "students", "citizens");

    /** What is not as it has to be. */
    List<String> findings(Consumer<String> news) throws IOException, InterruptedException {
        List<String> findings = new ArrayList<>();
        findings.addAll(seen("no dead letters, nothing parked", unsent(), news));
        findings.addAll(seen("the recount agrees", recount(), news));
        findings.addAll(seen("what was received adds up to the figures", reconciliation(), news));
        return findings;
    }

    /** Says whether something is as it has to be, and returns what is not. */
    static List<String> seen(String what, List<String> findings, Consumer<String> news) {
        news.accept((findings.isEmpty() ? "" : "NOT: ") + what);
        return findings;
    }

    private List<String> unsent() throws IOException, InterruptedException {
        List<String> unsent = new ArrayList<>();
        for (Map.Entry<String, Service> list : DEAD_LETTERS.entrySet()) {
            get(list.getValue(), list.getKey()).path("items").forEach(letter -> unsent.add("Dead letter: " + letter));
        }
        for (Map.Entry<String, Service> list : PARKED.entrySet()) {
            JsonNode parked = get(list.getValue(), list.getKey());
            Stream.of("events", "deadLetters")
                    .forEach(kind -> parked.path(kind).forEach(event -> unsent.add("Parked: " + event)));
        }
        return unsent;
    }

    private List<String> recount() throws IOException, InterruptedException {
        long end = System.nanoTime() + TO_RECOUNT.toNanos();
        HttpRequest.Builder begin = request(Service.REPORTING, "/v1/audit/recounts")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        HttpResponse<String> answer = HTTP.send(begin.build(), BodyHandlers.ofString());
        while (answer.statusCode() == 202 && System.nanoTime() < end) {
            Patience.pause(BETWEEN_LOOKS);
            String id = JSON.readTree(answer.body()).path("id").asText();
            answer = HTTP.send(
                    request(Service.REPORTING, "/v1/audit/recounts/" + id).build(), BodyHandlers.ofString());
        }
        JsonNode result = JSON.readTree(answer.body());
        boolean agrees = result.path("matches").asBoolean()
                && result.path("differences").isEmpty()
                && result.at("/inFlight/learners").asInt(-1) == 0;
        return agrees ? List.of() : List.of("Recount: " + answer.statusCode() + " " + answer.body());
    }

    /** What an institution has sent is counted some seconds later. */
    private List<String> reconciliation() throws IOException, InterruptedException {
        long end = System.nanoTime() + TO_ADD_UP.toNanos();
        List<String> wrong = unreconciled();
        while (!wrong.isEmpty() && System.nanoTime() < end) {
            Patience.pause(BETWEEN_LOOKS);
            wrong = unreconciled();
        }
        return wrong;
    }

    private List<String> unreconciled() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (String cohort : COHORTS) {
            JsonNode all = get(Service.REPORTING, "/v1/audit/figures/" + cohort);
            if (!addsUp(all.path("counted"))) {
                wrong.add("Counted of " + cohort + ": " + all.path("counted"));
            }
            for (JsonNode received : all.path("received")) {
                JsonNode stock = received.path("stock");
                if (!received.path("addsUp").asBoolean()
                        || stock.path("inFlight").asLong(-1) != 0) {
                    wrong.add("Received: " + received);
                }
            }
        }
        return wrong;
    }

    private static boolean addsUp(JsonNode counted) {
        long accepted = counted.path("accepted").asLong(-1);
        long counting = counted.path("counting").asLong(-1);
        return counted.path("known").asLong(-1) == accepted + sum(counted, "refused", "revoked", "pending")
                && accepted == counting + sum(counted, "outsideProgramme")
                && counting == sum(counted, "completions", "afterTheDay")
                && sum(counted, "inFlight") == 0;
    }

    private static long sum(JsonNode of, String... members) {
        return Stream.of(members).mapToLong(member -> of.path(member).asLong()).sum();
    }

    private JsonNode get(Service service, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request(service, path).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("%s was answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(Service service, String path) throws IOException {
        return HttpRequest.newBuilder(services.get(service).resolve(path))
                .timeout(TO_ANSWER)
                .header("Authorization", "Bearer " + token);
    }
}
