package kz.qadam.demo;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The answer of a service to the rows of a batch.
 *
 * @param counts the number of accepted, pending and other rows
 * @param first the verdict on the first row that was not kept; null if all were kept
 */
record Verdict(Map<String, Integer> counts, JsonNode first) {

    /** Reads the verdicts on rows only if a row has a fault. */
    static Verdict read(ObjectMapper json, byte[] answer) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        try (var parser = json.getFactory().createParser(answer)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
                    counts.put(name, parser.getIntValue());
                }
                parser.skipChildren();
            }
        }
        var counted = new Verdict(counts, null);
        return counted.isAllKept() ? counted : new Verdict(counts, firstBroken(json.readTree(answer)));
    }

    int count(String status) {
        return counts.getOrDefault(status, 0);
    }

    boolean isAllKept() {
        return count("rejected") + count("conflict") == 0;
    }

    private static JsonNode firstBroken(JsonNode answer) {
        for (JsonNode result : answer.path("results")) {
            String status = result.path("status").asText();
            if (status.equals("rejected") || status.equals("conflict")) {
                return result;
            }
        }
        return answer;
    }
}
