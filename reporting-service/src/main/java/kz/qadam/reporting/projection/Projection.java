package kz.qadam.reporting.projection;

import java.util.Collection;
import java.util.List;
import kz.qadam.reporting.fact.Completion;
import kz.qadam.reporting.fact.Enrolment;
import kz.qadam.reporting.fact.Fact;
import kz.qadam.reporting.fact.Trained;
import kz.qadam.reporting.rollup.Advance;
import kz.qadam.reporting.rollup.Standing;
import org.jdbi.v3.core.Handle;

/**
 * Everything that is derived from the event log: facts by batch, and the roll-up. Intake and rebuild run the same code,
 * in a fixed number of statements whatever the size of the batch.
 */
public final class Projection {

    private static final List<String> TABLES = List.of(
            "completion_fact",
            "enrolment_fact",
            "trained_fact",
            "catalogue_fact",
            "evaluated",
            "learner_alias",
            "tally",
            "rollup_cell");

    private Projection() {}

    /** Takes in what a batch says. The caller holds what keeps other batches out. */
    public static void take(Handle database, long batch, Collection<Fact> arrived) {
        OtherFacts.take(database, batch, arrived);
        Advance advance = standing(database, arrived).advance(arrived);
        CompletionFacts.replace(database, batch, advance.completions());
        EnrolmentFacts.replace(database, batch, advance.enrolments());
        TrainedFacts.replace(database, batch, advance.trained());
        Cells.change(database, batch, advance.cells());
    }

    /** Deleted, not truncated: readers go on with the old rows until the commit. */
    public static void clear(Handle database) {
        TABLES.forEach(table -> database.execute("delete from " + table));
    }

    private static Standing standing(Handle database, Collection<Fact> arrived) {
        List<Completion> completions = of(Completion.class, arrived);
        List<Enrolment> enrolments = of(Enrolment.class, arrived);
        List<Trained> trained = of(Trained.class, arrived);
        return new Standing(
                completions.isEmpty()
                        ? List.of()
                        : CompletionFacts.current(
                                database,
                                completions.stream().map(Completion::id).toList()),
                enrolments.isEmpty() ? List.of() : EnrolmentFacts.current(database, enrolments),
                trained.isEmpty() ? List.of() : TrainedFacts.current(database, trained));
    }

    private static <F> List<F> of(Class<F> kind, Collection<Fact> arrived) {
        return arrived.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
