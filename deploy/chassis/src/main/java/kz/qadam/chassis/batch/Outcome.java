package kz.qadam.chassis.batch;

import java.util.UUID;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/** What became of one item. */
public sealed interface Outcome<V> {

    /** The word for it in answers, tallies and metrics. */
    String verdict();

    /**
     * It was kept and changed something.
     *
     * @param httpStatus 201 where something new came to be, else 200
     * @param status the word for it in a batch, such as {@code accepted}
     */
    record Kept<V>(int httpStatus, String status, UUID id, V view) implements Outcome<V> {

        @Override
        public String verdict() {
            return status;
        }
    }

    /** The same was sent before; the view is the thing as it is now. */
    record Repeated<V>(UUID id, V view) implements Outcome<V> {

        @Override
        public String verdict() {
            return "duplicate";
        }
    }

    /** Nothing was kept. */
    record Rejected<V>(Problem problem) implements Outcome<V> {

        @Override
        public String verdict() {
            return problem.type() == ProblemType.REFERENCE_CONFLICT ? "conflict" : "rejected";
        }
    }
}
