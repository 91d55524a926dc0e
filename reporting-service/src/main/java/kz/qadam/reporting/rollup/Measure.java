package kz.qadam.reporting.rollup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is counted. The measures never mix (rule 1). Each has a column of its name in the roll-up; statements get their lists
 * of columns from here.
 */
public enum Measure {
    /** Trained people: learner and cohort, on the day of their training. Adds up over regions, institutions, courses. */
    TRAINED(true),
    /** Completions that count, on their day. Adds up too. */
    COMPLETIONS(true),
    /** Learner and cohort with a completion that counts, on the day of the first. Does not add up. */
    COMPLETED(false),
    /** Learner and cohort with any enrolment, whatever its day. Does not add up: one may enrol in two places. */
    ENROLLED(false),
    /** Persons trained in any cohort, on the first of their days. National only. */
    PEOPLE(false);

    /** The columns of all measures, separated by commas; a reader can be shown it too. */
    public static final String COLUMNS = sql("%s", ", ");

    /** All measures of a row as rows of their own, for a lateral join. */
    public static final String AS_ROWS = asRows(List.of(values()));

    /** Those of them that add up. */
    public static final String ADDITIVE_AS_ROWS =
            asRows(Arrays.stream(values()).filter(Measure::isAdditive).toList());

    private final String code = name().toLowerCase(Locale.ROOT);
    private final boolean isAdditive;

    Measure(boolean isAdditive) {
        this.isAdditive = isAdditive;
    }

    /** As it is stored and answered. */
    public String code() {
        return code;
    }

    /** Whether the counts of all members of a dimension add up to the nation's. */
    public boolean isAdditive() {
        return isAdditive;
    }

    public static Measure of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /**
     * A text of SQL for the column of each measure.
     *
     * @param format in which {@code %1$s} is the column
     */
    public static String sql(String format, String between) {
        return Arrays.stream(values()).map(one -> format.formatted(one.code)).collect(Collectors.joining(between));
    }

    private static String asRows(List<Measure> measures) {
        return measures.stream()
                .map(one -> "('%1$s', %1$s)".formatted(one.code))
                .collect(Collectors.joining(", ", "(values ", ") as measured (measure, count)"));
    }
}
