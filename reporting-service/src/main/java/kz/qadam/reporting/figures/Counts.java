package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.qadam.reporting.figures.AnswerColumns.Column;
import kz.qadam.reporting.release.PublishedCounts;
import kz.qadam.reporting.rollup.Measure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The counts of each measure, for a cohort or a member of a dimension: its members in JSON, its columns as a table, and
 * its sums. A count is null if too few people are counted to publish it, or if its measure is never published.
 *
 * @param distinctPeople over all cohorts; no cohort and no member shows them
 */
public record Counts(
        @Schema(
                description = "People with any enrolment in the cohort, whatever its status or date.",
                examples = "61200")
        Long enrolled,

        @Schema(description = "People with at least one completion that counts.", examples = "49300")
        Long completed,

        @Schema(description = "Completions that count; null in published figures.", examples = "58100", nullable = true)
        Long completions,

        @Schema(description = "People trained by the end of that day.", examples = "42000")
        Long trained,

        @JsonIgnore Long distinctPeople) {

    /** Which measures may be added up over the cells of a breakdown. */
    @Schema(description = "Which measures add up over the cells to the cohort's figure.")
    public record Additive(
            @Schema(
                    description = "true: a trained person belongs to the member of the one completion that made"
                            + " the person trained.")
            boolean trained,

            boolean completions,

            @Schema(description = "false: one learner may have completions under several members.")
            boolean completed,

            @Schema(description = "false: one learner may be enrolled under several members.")
            boolean enrolled) {

        static final Additive OF_EXACT = new Additive(
                Measure.TRAINED.isAdditive(),
                Measure.COMPLETIONS.isAdditive(),
                Measure.COMPLETED.isAdditive(),
                Measure.ENROLLED.isAdditive());

        /** Nothing adds up exactly, since each count is rounded down. */
        static final Additive OF_PUBLISHED = new Additive(false, false, false, false);
    }

    /** What the member {@code suppressed} means everywhere. */
    static final String SUPPRESSED =
            "true: a count is null since too few people are counted to publish it, or nobody;" + " otherwise absent.";

    /** Nothing is counted. */
    static final Counts ZERO = new Counts(0L, 0L, 0L, 0L, 0L);

    /** Nothing is published. */
    static final Counts NONE = new Counts(null, null, null, null, null);

    /** The columns of a cohort. */
    static final List<Column<Counts>> OF_COHORT = List.of(
            Column.people("enrolled", "People with any enrolment", Counts::enrolled),
            Column.people("completed", "People with a completion that counts", Counts::completed),
            Column.whole("completions", "Completions that count", Counts::completions)
                    .onlyExact(),
            Column.people("trained", "People trained by the end of that day", Counts::trained));

    /** The columns of a member of a dimension. */
    static final List<Column<Counts>> OF_MEMBER = List.of(
            Column.people(
                    "enrolled",
                    "People with any enrolment under this member; does not add up over members",
                    Counts::enrolled),
            Column.people(
                    "completed",
                    "People with a completion under this member that counts; does not add up",
                    Counts::completed),
            Column.whole("completions", "Completions under this member that count; adds up", Counts::completions)
                    .onlyExact(),
            Column.people(
                    "trained", "People whom a completion under this member made trained; adds up", Counts::trained));

    static Counts of(Map<Measure, Long> counts) {
        return new Counts(
                counts.get(Measure.ENROLLED),
                counts.get(Measure.COMPLETED),
                counts.get(Measure.COMPLETIONS),
                counts.get(Measure.TRAINED),
                counts.get(Measure.PEOPLE));
    }

    static Counts of(PublishedCounts published) {
        return new Counts(published.enrolled(), published.completed(), null, published.trained(), null);
    }

    /** The sum of what is published; nothing if nothing is. */
    Counts plus(Counts other) {
        return new Counts(
                add(enrolled, other.enrolled),
                add(completed, other.completed),
                add(completions, other.completions),
                add(trained, other.trained),
                add(distinctPeople, other.distinctPeople));
    }

    private static Long add(Long one, Long other) {
        return one == null ? other : other == null ? one : (Long) (one + other);
    }

    /** The sum of the numbers that are known; null if there is none. */
    static <T> Long sum(Collection<T> all, Function<T, Long> number) {
        return all.stream().map(number).reduce(null, Counts::add);
    }

    /** True if one of the counts of people is not published; otherwise null. */
    Boolean suppressed() {
        return suppressed(enrolled, completed, trained);
    }

    static Boolean suppressed(Long... counts) {
        return Arrays.asList(counts).contains(null) ? Boolean.TRUE : null;
    }
}
