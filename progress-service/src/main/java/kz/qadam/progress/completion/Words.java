package kz.qadam.progress.completion;

import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.problem.ProblemType;

/** What became of a post, in the words of tallies and metrics. */
final class Words {

    private Words() {}

    static String of(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Kept<?> kept) {
            return kept.status();
        }
        if (outcome instanceof Outcome.Repeated<?>) {
            return "duplicate";
        }
        boolean conflict = ((Outcome.Rejected<?>) outcome).problem().type() == ProblemType.REFERENCE_CONFLICT;
        return conflict ? "conflict" : "rejected";
    }
}
