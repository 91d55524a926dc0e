package kz.qadam.local;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run of faults must have met to count: one in which every request was answered has not tried what it is for.
 *
 * @param things how many enrolments and completions were acknowledged
 * @param unknown how many requests were sent of which nobody can say what became of them
 */
record RunRequirements(int faults, int things, long unknown) {

    private static final int FEWEST_FAULTS = 20;
    private static final int FEWEST_THINGS = 50_000;

    /** Why it does not count; empty if it does. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (faults < FEWEST_FAULTS) {
            reasons.add(
                    "This run does not count: it had %d faults, and %d are needed.".formatted(faults, FEWEST_FAULTS));
        }
        if (things < FEWEST_THINGS) {
            reasons.add("This run does not count: %,d enrolments and completions were acknowledged, and %,d are needed."
                    .formatted(things, FEWEST_THINGS));
        }
        if (unknown == 0) {
            reasons.add("This run does not count: each request was answered, so no outcome was ever unknown.");
        }
        return reasons;
    }
}
