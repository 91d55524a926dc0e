package kz.qadam.chassis.batch;

import kz.qadam.chassis.problem.Problem;

/**
 * How many faults may still be kept of a body, whose items share it. The first fault of an item needs no allowance: a body
 * has few items, and each is to say what is wrong with it.
 */
public final class FaultAllowance {

    /** Of all items of a body together. */
    public static final int OF_BODY = 10_000;

    private int left;

    private FaultAllowance(int left) {
        this.left = left;
    }

    static FaultAllowance ofBody() {
        return new FaultAllowance(OF_BODY);
    }

    static FaultAllowance ofOneItem() {
        return new FaultAllowance(Problem.MOST_FAULTS);
    }

    boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
