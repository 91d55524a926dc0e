package kz.qadam.chassis.http.xlsx;

/** The amount that may still be unpacked from a file. */
final class UnpackingAllowance {

    private long left;

    UnpackingAllowance(long most) {
        this.left = most;
    }

    /** @throws kz.qadam.chassis.http.problem.Problem 413 when it is exceeded */
    void use(long amount) {
        left -= amount;
        if (left < 0) {
            throw FileProblems.unpacksToTooMuch();
        }
    }
}
