package kz.qadam.trail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.qadam.openapi.ApiDocument;
import kz.qadam.openapi.ApiOperation;

/**
 * Answers whose records a key or a person read, for the notice after a breach: the services are asked again what the
 * entries of their trails say. Its lines are CSV.
 */
public final class LearnersReadBy {

    /** The header of the lines. */
    public static final String HEADER = "at,service,action,learnerId,certainty";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final String reader;
    private final Map<String, String> period;
    private final Consumer<String> printer;

    /**
     * The records that somebody read.
     *
     * @param reader the id of a key, or the subject of a token
     * @param from an instant
     * @param to an instant, exclusive
     */
    public LearnersReadBy(String reader, String from, String to, Consumer<String> printer) {
        this.reader = reader;
        this.period = Map.of("from", from, "to", to);
        this.printer = printer;
    }

    /**
     * Prints the learners that were read in one service.
     *
     * @return how many reads could not be computed again; each of them has a line too
     */
    public int print(String service, String path, AuditClient client) throws IOException, InterruptedException {
        List<ApiOperation> operations =
                ApiDocument.operations(client.get("/q/openapi?format=json").body());
        List<PastRead> reads = new ArrayList<>();
        for (Map<String, String> entries : ofReader()) {
            Map<String, String> query = new TreeMap<>(period);
            query.putAll(entries);
            client.each(
                    path,
                    query,
                    entry -> Optional.of(PastRead.of(entry))
                            .filter(PastRead::isOfRecords)
                            .ifPresent(reads::add));
        }
        int obstacles = 0;
        for (PastRead read : reads) {
            String start = "%s,%s,%s".formatted(read.at(), service, read.action());
            Optional<String> obstacle = printLearners(start, read, operations, client);
            obstacle.ifPresent(why -> printer.accept("%s,,cannot be computed: %s".formatted(start, why)));
            obstacles += obstacle.isPresent() ? 1 : 0;
        }
        return obstacles;
    }

    /** Which entries may be about the reader: also those about requests of which only the number was kept. */
    private List<Map<String, String>> ofReader() {
        List<Map<String, String>> entries =
                new ArrayList<>(List.of(Map.of("actor", reader), Map.of("outcome", PastRead.COUNTED)));
        if (isId()) {
            entries.add(Map.of("key", reader));
        }
        return entries;
    }

    /** Whether it may be the id of a key; the subjects of some providers are such ids too. */
    private boolean isId() {
        return reader.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    /** Prints the learners of a read; gives the reason if they cannot be found. */
    private Optional<String> printLearners(
            String start, PastRead read, List<ApiOperation> operations, AuditClient client)
            throws IOException, InterruptedException {
        if (read.learner().isPresent()) {
            printer.accept("%s,%s,%s".formatted(start, read.learner().get(), RepeatedRead.AS_KNOWN_THEN));
            return Optional.empty();
        }
        RepeatedRead again = read.recomputation(operations);
        return again.isPossible() ? printLearners(start, read, again, client) : Optional.of(again.obstacle());
    }

    private Optional<String> printLearners(String start, PastRead read, RepeatedRead again, AuditClient client)
            throws IOException, InterruptedException {
        Optional<String> address = Optional.of(again.address());
        while (address.isPresent()) {
            HttpResponse<String> answer = client.get(address.get());
            if (answer.statusCode() != 200) {
                return Optional.of("an auditor is answered " + answer.statusCode());
            }
            JsonNode json = JSON.readTree(answer.body());
            LearnersInAnswer.of(json, again.narrowedBy())
                    .forEach(learner -> printer.accept("%s,%s,%s".formatted(start, learner, again.certainty())));
            address = read.isOfAllPages() ? next(answer) : Optional.empty();
        }
        return again.doubt();
    }

    /** The path and query of the next page. */
    private static Optional<String> next(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Link")
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(link -> link.group(1).replaceFirst("^https?://[^/]+", ""));
    }
}
