package kz.qadam.chassis.kafka;

/** An event that says something else than an earlier one with the same id. To take both would be to count by chance. */
public class ContradictingEvent extends UnreadableEvent {

    public ContradictingEvent() {
        super("An event with the same id said something else before.");
    }
}
