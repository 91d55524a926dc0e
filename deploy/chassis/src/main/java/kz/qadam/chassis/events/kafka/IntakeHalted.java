package kz.qadam.chassis.events.kafka;

/** The intake stops, since it would lose or duplicate events; an operator has to act. */
public class IntakeHalted extends RuntimeException {

    public IntakeHalted(String reason) {
        super(reason);
    }
}
