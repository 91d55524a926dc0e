package kz.qadam.chassis.batch;

import java.util.List;

/**
 * How a batch wants to be taken.
 *
 * @param dryRun judge everything, keep nothing
 * @param atomic keep all or nothing
 */
public record Terms(boolean dryRun, boolean atomic) {

    public static final Terms USUAL = new Terms(false, false);

    /** Whether what was written for these outcomes is to be committed. */
    public boolean keeps(List<? extends Outcome<?>> outcomes) {
        return !dryRun && !(atomic && outcomes.stream().anyMatch(Outcome.Rejected.class::isInstance));
    }
}
