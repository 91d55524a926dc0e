package kz.qadam.chassis.events.kafka;

/**
 * An event whose content differs from an earlier event with the same id. If both were accepted, the result would depend
 * on their order.
 */
public class ContradictingEventException extends UnreadableEventException {

    public ContradictingEventException() {
        super("An event with the same id said something else before.");
    }
}
