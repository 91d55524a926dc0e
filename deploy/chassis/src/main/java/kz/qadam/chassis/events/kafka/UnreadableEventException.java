package kz.qadam.chassis.events.kafka;

import java.time.DateTimeException;
import java.util.Optional;
import kz.qadam.chassis.base.database.Database;

/** An event that violates its contract. It becomes a dead letter; the message gives the reason without the content. */
public class UnreadableEventException extends RuntimeException {

    static final String CONTENT = "Its content cannot be taken in.";

    public UnreadableEventException(String reason) {
        super(reason);
    }

    /**
     * The unreadable event behind a failure of the intake: a repetition would fail again, since the database refuses
     * the event or the handler's code fails on it. Empty if the event did not cause the failure.
     */
    public static Optional<UnreadableEventException> in(RuntimeException failure) {
        if (failure instanceof UnreadableEventException unreadable) {
            return Optional.of(unreadable);
        }
        boolean ofEvent = Database.isFaultOfData(failure)
                || failure instanceof NullPointerException
                || failure instanceof IllegalArgumentException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ArithmeticException
                || failure instanceof ClassCastException
                || failure instanceof DateTimeException;
        return ofEvent ? Optional.of(new UnreadableEventException(CONTENT)) : Optional.empty();
    }
}
