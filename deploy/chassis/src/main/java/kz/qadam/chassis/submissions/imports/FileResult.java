package kz.qadam.chassis.submissions.imports;

import java.util.List;
import java.util.Map;

/**
 * What has become of a file, as a page shows it; of one that was only checked, what would.
 *
 * @param state of the job, or {@link #CHECKED}
 * @param received how many rows it has
 * @param leftOut how many more its profile has left out
 * @param counts how many rows got each verdict
 * @param mistakes the first rows that were not kept
 * @param job null of a file that was only checked
 */
record FileResult(
        String state,
        String name,
        int received,
        int leftOut,
        int processed,
        Map<String, Integer> counts,
        List<Mistake> mistakes,
        JobView job) {

    /** The state of a file of which nothing was kept. */
    static final String CHECKED = "checked";

    private static final int SHOWN = 10;

    /** A row that was not kept, and why. */
    record Mistake(int line, String why) {}

    FileResult {
        mistakes = mistakes.stream().limit(SHOWN).toList();
    }

    public boolean isChecked() {
        return state.equals(CHECKED);
    }

    public boolean isFailed() {
        return state.equals("failed");
    }

    /** Whether every row is judged. */
    public boolean isDone() {
        return isChecked() || state.equals("finished");
    }

    /** Whether the service goes on with it. */
    public boolean goesOn() {
        return !isDone() && !isFailed();
    }

    public int notKept() {
        return counts.getOrDefault("conflict", 0) + counts.getOrDefault("rejected", 0);
    }

    /** Whether more rows were not kept than are shown. */
    public boolean isCut() {
        return notKept() > mistakes.size();
    }

    /** How far it is, between 0 and 1. */
    public double share() {
        return received == 0 ? 0 : (double) processed / received;
    }
}
