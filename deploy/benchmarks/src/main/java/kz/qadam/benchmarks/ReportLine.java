package kz.qadam.benchmarks;

/**
 * One line of the report.
 *
 * @param what the compared sides
 * @param unit the unit of both values
 * @param ratio the ratio of ours to theirs, pair by pair; or the value to which the goal applies
 * @param goal null if there is none
 */
record ReportLine(
        String measure, String what, String unit, Spread ours, Spread theirs, Spread ratio, MeasureGoal goal) {

    static ReportLine of(String measure, String what, RunPairs pairs, ComparedValue reading, MeasureGoal goal) {
        return new ReportLine(
                measure, what, reading.unit(), pairs.ours(reading), pairs.theirs(reading), pairs.ratio(reading), goal);
    }

    /** A value without comparison. */
    static ReportLine of(String measure, String what, String unit, Spread value, MeasureGoal goal) {
        return new ReportLine(measure, what, unit, value, null, goal == null ? null : value, goal);
    }

    String verdict() {
        return goal == null ? "" : goal.judge(ratio.median()).word();
    }
}
