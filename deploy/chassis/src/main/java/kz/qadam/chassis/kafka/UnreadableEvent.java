package kz.qadam.chassis.kafka;

import java.time.DateTimeException;
import java.util.Optional;
import kz.qadam.chassis.database.Database;

/** An event that does not keep its contract. It becomes a dead letter; the message says why, and repeats no content. */
public class UnreadableEvent extends RuntimeException {

    static final String CONTENT = "Its content cannot be taken in.";

    public UnreadableEvent(String reason) {
        super(reason);
    }

    /**
     * What a failure says about the event that was being taken in: it cannot be read if reading it again would fail again,
     * since the database refuses it or it breaks the code that takes it in. Empty if the failure is no fault of the event.
     */
    public static Optional<UnreadableEvent> in(RuntimeException failure) {
        if (failure instanceof UnreadableEvent unreadable) {
            return Optional.of(unreadable);
        }
        boolean ofEvent = Database.isFaultOfData(failure)
                || failure instanceof NullPointerException
                || failure instanceof IllegalArgumentException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ArithmeticException
                || failure instanceof ClassCastException
                || failure instanceof DateTimeException;
        return ofEvent ? Optional.of(new UnreadableEvent(CONTENT)) : Optional.empty();
    }
}
