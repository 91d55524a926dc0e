package kz.qadam.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Finds the learners that an answer shows, wherever in it. */
final class LearnersInAnswer {

    private static final String LEARNER = "learnerId";
    private static final String LEARNERS = "learnerIds";

    private LearnersInAnswer() {}

    /** @param narrowedBy members that an object must have with this value, if it has them */
    static Set<String> of(JsonNode answer, Map<String, String> narrowedBy) {
        Set<String> learners = new LinkedHashSet<>();
        add(answer, narrowedBy, learners);
        return learners;
    }

    private static void add(JsonNode json, Map<String, String> narrowedBy, Set<String> learners) {
        boolean isBeyond = narrowedBy.entrySet().stream()
                .anyMatch(bound -> json.hasNonNull(bound.getKey())
                        && !json.path(bound.getKey()).asText().equals(bound.getValue()));
        if (!isBeyond) {
            if (json.hasNonNull(LEARNER)) {
                learners.add(json.path(LEARNER).asText());
            }
            json.path(LEARNERS).forEach(learner -> learners.add(learner.asText()));
            json.forEach(inner -> add(inner, narrowedBy, learners));
        }
    }
}
