package kz.qadam.chassis.kafka;

/** An event that does not keep its contract. It becomes a dead letter; the message says why, and repeats no content. */
public class UnreadableEvent extends RuntimeException {

    public UnreadableEvent(String reason) {
        super(reason);
    }
}
