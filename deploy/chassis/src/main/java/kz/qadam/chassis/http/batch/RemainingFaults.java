package kz.qadam.chassis.http.batch;

import kz.qadam.chassis.http.problem.Problem;

/**
 * How many more faults may be listed for a body; its items share this number. The first fault of an item is always
 * listed: the number of items is limited, and each rejected item must show a reason.
 */
public final class RemainingFaults {

    /** The most faults of all items of a body together. */
    public static final int OF_BODY = 10_000;

    private int left;

    private RemainingFaults(int left) {
        this.left = left;
    }

    static RemainingFaults ofBody() {
        return new RemainingFaults(OF_BODY);
    }

    static RemainingFaults ofOneItem() {
        return new RemainingFaults(Problem.MOST_FAULTS);
    }

    boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
