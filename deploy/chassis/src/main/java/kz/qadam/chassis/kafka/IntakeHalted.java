package kz.qadam.chassis.kafka;

/** Going on would lose or double events; somebody has to look. */
public class IntakeHalted extends RuntimeException {

    public IntakeHalted(String reason) {
        super(reason);
    }
}
