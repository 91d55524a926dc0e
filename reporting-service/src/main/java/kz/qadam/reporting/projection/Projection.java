package kz.qadam.reporting.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.reporting.fact.Completion;
import kz.qadam.reporting.fact.Described;
import kz.qadam.reporting.fact.Enrolment;
import kz.qadam.reporting.fact.Fact;
import kz.qadam.reporting.fact.Trained;
import kz.qadam.reporting.rollup.Advance;
import kz.qadam.reporting.rollup.Areas;
import kz.qadam.reporting.rollup.Attributed;
import kz.qadam.reporting.rollup.Standing;
import org.jdbi.v3.core.Handle;

/**
 * Everything that is derived from the event log: facts by batch, and the roll-up. Intake and rebuild run the same code,
 * in a fixed number of statements whatever the size of the batch.
 */
public final class Projection {

    /** Counts the ways in which it was ever derived; with a new one everything is derived anew. */
    public static final int VERSION = 4;

    private static final List<String> TABLES = List.of(
            "completion_fact",
            "enrolment_fact",
            "trained_fact",
            "catalogue_fact",
            "evaluated",
            "learner_alias",
            "tally",
            "rollup_cell",
            "rollup_cell_past");

    private Projection() {}

    /**
     * Takes in what a batch says. The caller holds what keeps other batches out.
     *
     * @param arrived in the order of topic, partition and offset
     */
    public static void take(Handle database, long batch, Collection<Fact> arrived) {
        Map<Attributed, Long> cells = describe(database, batch, arrived);
        Known known = Known.before(database, arrived);
        Advance advance = new Standing(
                        areas(database, known, arrived), known.completions(), known.enrolments(), known.trained())
                .advance(arrived);
        CompletionFacts.replace(database, batch, advance.completions(), known.completions());
        EnrolmentFacts.replace(database, batch, advance.enrolments(), known.enrolments());
        TrainedFacts.replace(database, batch, advance.trained(), known.trained());
        advance.cells().forEach((cell, by) -> cells.merge(cell, by, Long::sum));
        cells.values().removeIf(by -> by == 0);
        Cells.change(database, batch, cells);
    }

    /** Deleted, not truncated: readers go on with the old rows until the commit. */
    public static void clear(Handle database) {
        TABLES.forEach(table -> database.execute("delete from " + table));
    }

    /** Takes in the catalogue, and what follows for the cells from courses whose area is another than before. */
    private static Map<Attributed, Long> describe(Handle database, long batch, Collection<Fact> arrived) {
        Set<String> described = arrived.stream()
                .filter(one -> one instanceof Described thing && thing.kind() == Described.Kind.COURSE)
                .map(one -> ((Described) one).code())
                .collect(Collectors.toSet());
        if (described.isEmpty()) {
            VersionedFacts.take(database, batch, arrived);
            return new HashMap<>();
        }
        Areas before = CourseAreas.all(database);
        VersionedFacts.take(database, batch, arrived);
        Areas after = CourseAreas.all(database);
        List<String> moved = described.stream()
                .filter(course -> !before.of(course).equals(after.of(course)))
                .toList();
        return moved.isEmpty() ? new HashMap<>() : AreaChange.of(database, before, after, moved);
    }

    /** What is known of those whom a batch concerns, before it. */
    private record Known(List<Completion> completions, List<Enrolment> enrolments, List<Trained> trained) {

        static Known before(Handle database, Collection<Fact> arrived) {
            List<Completion> completions = of(Completion.class, arrived);
            List<Enrolment> enrolments = of(Enrolment.class, arrived);
            List<Trained> trained = of(Trained.class, arrived);
            return new Known(
                    completions.isEmpty() ? List.of() : CompletionFacts.current(database, completions),
                    enrolments.isEmpty() ? List.of() : EnrolmentFacts.current(database, enrolments),
                    trained.isEmpty() ? List.of() : TrainedFacts.current(database, trained));
        }

        private static <F> List<F> of(Class<F> kind, Collection<Fact> arrived) {
            return arrived.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        Stream<Fact> all() {
            return Stream.of(completions, enrolments, trained).flatMap(List::stream);
        }
    }

    /** Of the courses that the batch is about, and what is known before it. */
    private static Areas areas(Handle database, Known known, Collection<Fact> arrived) {
        Set<String> courses = new HashSet<>();
        Stream.concat(arrived.stream(), known.all()).forEach(one -> {
            if (one instanceof Completion completion) {
                courses.add(completion.course());
            } else if (one instanceof Enrolment enrolment) {
                courses.add(enrolment.course());
            } else if (one instanceof Trained trained && trained.isTrained()) {
                courses.add(trained.by().course());
            }
        });
        return CourseAreas.of(database, courses);
    }
}
