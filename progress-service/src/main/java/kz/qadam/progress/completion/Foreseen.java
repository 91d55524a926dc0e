package kz.qadam.progress.completion;

import java.util.List;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.batch.Terms;

/** What would become of what was sent, and what it would bring about. Nothing of it was kept. */
record Foreseen(List<Outcome<CompletionView>> outcomes, Effect effect) {

    /** With the effect of what would really be kept: where it is all or nothing, perhaps nothing. */
    static Foreseen of(List<Outcome<CompletionView>> outcomes, Effect effect, Terms terms) {
        boolean nothing = terms.atomic() && outcomes.stream().anyMatch(Outcome.Rejected.class::isInstance);
        return new Foreseen(outcomes, nothing ? Effect.NOTHING : effect);
    }
}
