package kz.qadam.benchmarks;

/**
 * One line of the report.
 *
 * @param what was compared, and against what
 * @param unit of ours and theirs
 * @param ratio of ours to theirs, pair by pair; or the value that the goal is about
 * @param goal null if there is none
 */
record Finding(String measure, String what, String unit, Spread ours, Spread theirs, Spread ratio, Goal goal) {

    static Finding of(String measure, String what, Pairs pairs, Reading reading, Goal goal) {
        return new Finding(
                measure, what, reading.unit(), pairs.ours(reading), pairs.theirs(reading), pairs.ratio(reading), goal);
    }

    /** Something that stands by itself. */
    static Finding of(String measure, String what, String unit, Spread value, Goal goal) {
        return new Finding(measure, what, unit, value, null, goal == null ? null : value, goal);
    }

    String verdict() {
        return goal == null ? "" : goal.judge(ratio.median()).word();
    }
}
