package kz.qadam.chassis.kafka;

/** Going on would lose or double events; somebody has to look. */
class IntakeHalted extends RuntimeException {

    IntakeHalted(String reason) {
        super(reason);
    }
}
