package kz.qadam.load;

import java.time.Duration;
import java.util.Set;

/**
 * When a request is sent again, besides when it was answered 503 or its connection was refused.
 *
 * @param most tries of one request, the first included
 * @param patience how long a client waits for an answer
 * @param ofUnanswered whether this also goes for a request whose answer was lost; otherwise it is an error
 * @param unknown the statuses that do not say whether something was kept; they are errors if they are not here
 */
public record Repeats(int most, Duration patience, boolean ofUnanswered, Set<Integer> unknown) {

    /** While instances come and go one after the other. */
    public static final Repeats WHILE_INSTANCES_ARE_REPLACED = new Repeats(50, Duration.ofSeconds(30), false, Set.of());

    /** While everything is down, for half an hour at most. */
    public static final Repeats WHILE_ALL_IS_DOWN = new Repeats(9_000, Duration.ofSeconds(30), true, Set.of());

    /** While servers are killed, stopped and cut off behind a proxy. */
    public static final Repeats WHILE_SERVERS_FAIL =
            new Repeats(3_000, Duration.ofSeconds(10), true, Set.of(500, 502, 504));

    public Repeats {
        unknown = Set.copyOf(unknown);
    }
}
