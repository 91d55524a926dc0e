package kz.qadam.chassis.batch;

import java.util.UUID;
import kz.qadam.chassis.problem.Problem;

/** What became of one item. */
public sealed interface Outcome<V> {

    /**
     * It was kept and changed something.
     *
     * @param httpStatus 201 where something new came to be, else 200
     * @param status the word for it in a batch, such as {@code accepted}
     */
    record Kept<V>(int httpStatus, String status, UUID id, V view) implements Outcome<V> {}

    /** The same was sent before; the view is the thing as it is now. */
    record Repeated<V>(UUID id, V view) implements Outcome<V> {}

    /** Nothing was kept. */
    record Rejected<V>(Problem problem) implements Outcome<V> {}
}
