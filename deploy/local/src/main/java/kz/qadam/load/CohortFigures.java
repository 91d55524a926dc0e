package kz.qadam.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of the country.
 *
 * @param at by cohort and measure, such as {@code pupils trained}; what is zero is left out
 */
record CohortFigures(Map<String, Long> at) {

    CohortFigures {
        at = new TreeMap<>(at);
        at.values().removeIf(figure -> figure == 0);
    }

    static final String ENROLLED = "enrolled";
    static final String COMPLETIONS = "completions";
    static final String TRAINED = "trained";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The figures in an answer of {@code /v1/progress}. */
    static CohortFigures in(String answer) throws IOException {
        Map<String, Long> at = new TreeMap<>();
        for (JsonNode cohort : JSON.readTree(answer).get("cohorts")) {
            for (String measure : List.of(ENROLLED, COMPLETIONS, TRAINED)) {
                at.put(
                        key(cohort.get("cohort").asText(), measure),
                        cohort.get(measure).asLong());
            }
        }
        return new CohortFigures(at);
    }

    static boolean isProvisional(String answer) throws IOException {
        return JSON.readTree(answer).get("provisional").asBoolean();
    }

    static String key(String cohort, String measure) {
        return cohort + " " + measure;
    }

    /** These figures after such a growth. */
    CohortFigures plus(Map<String, Long> growth) {
        Map<String, Long> sums = new TreeMap<>(at);
        growth.forEach((key, more) -> sums.merge(key, more, Long::sum));
        return new CohortFigures(sums);
    }
}
