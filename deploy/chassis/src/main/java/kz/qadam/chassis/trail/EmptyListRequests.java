package kz.qadam.chassis.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests for what is new in a list, by a cursor, that were answered with nothing: nobody's record was shown. They are
 * most of all requests of programs that follow a list, so a hundred callers share an entry an hour, whose text says how
 * often each of them asked.
 */
@ApplicationScoped
class EmptyListRequests {

    /** How many callers an entry names: a page of entries is read as a whole. */
    private static final int CALLERS = 100;

    /** How many callers and lists are remembered: each takes about 200 bytes. */
    private static final int MOST = 100_000;

    private final Map<String, Map<String, Integer>> byAction = new TreeMap<>();
    private final Trail trail;
    private final WaitingTrailEntries waiting;
    private final ObjectMapper json;
    private int callers;

    EmptyListRequests(Trail trail, WaitingTrailEntries waiting, ObjectMapper json) {
        this.trail = trail;
        this.waiting = waiting;
        this.json = json;
    }

    synchronized void count(ActorAction origin) {
        Map<String, Integer> numbers = byAction.computeIfAbsent(origin.action(), action -> new TreeMap<>());
        if (numbers.merge(origin.actor().name(), 1, Integer::sum) == 1 && ++callers >= MOST) {
            endHour();
        }
    }

    /** The hour ends, or more callers than can be remembered have asked. */
    synchronized void endHour() {
        byAction.forEach((action, numbers) -> {
            List<Map.Entry<String, Integer>> all = new ArrayList<>(numbers.entrySet());
            for (int from = 0; from < all.size(); from += CALLERS) {
                waiting.addAnyway(entry(action, all.subList(from, Math.min(all.size(), from + CALLERS))));
            }
        });
        byAction.clear();
        callers = 0;
    }

    private TrailEntry entry(String action, List<Map.Entry<String, Integer>> some) {
        Map<String, Integer> numbers = new TreeMap<>();
        some.forEach(one -> numbers.put(one.getKey(), one.getValue()));
        int requests = numbers.values().stream().mapToInt(Integer::intValue).sum();
        try {
            return trail.entryOfPolls(action, requests, json.writeValueAsString(numbers));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Names and numbers can be written", e);
        }
    }
}
