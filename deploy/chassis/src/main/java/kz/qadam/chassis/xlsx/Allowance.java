package kz.qadam.chassis.xlsx;

/** So much may still come out of a file. */
final class Allowance {

    private long left;

    Allowance(long most) {
        this.left = most;
    }

    /** @throws kz.qadam.chassis.problem.Problem 413 when it is used up */
    void use(long amount) {
        left -= amount;
        if (left < 0) {
            throw Unreadable.unpacksToTooMuch();
        }
    }
}
