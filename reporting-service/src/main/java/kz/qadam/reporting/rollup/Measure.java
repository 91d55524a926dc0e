package kz.qadam.reporting.rollup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The measures, which are never mixed (rule 1). Each has a column of its name in the roll-up; SQL statements take their
 * lists of columns from here.
 */
public enum Measure {
    /** Learner and cohort, on the day when the requirement was met. Adds up over the members of a dimension. */
    TRAINED(true),
    /** Completions that count, on their day. Adds up. */
    COMPLETIONS(true),
    /** Learner and cohort with a completion that counts, on the day of the first one. Does not add up. */
    COMPLETED(false),
    /** Learner and cohort with any enrolment, without a day. Does not add up: a learner may enrol in two regions. */
    ENROLLED(false),
    /** Distinct people trained in any cohort, on the first of their days. Only for the nation. */
    PEOPLE(false);

    /** The columns of all measures, separated by commas. Also used in messages. */
    public static final String COLUMNS = sql("%s", ", ");

    /** SQL that gives each measure of a row as a row of its own, for a lateral join. */
    public static final String AS_ROWS = asRows(List.of(values()));

    /** The same with only the measures that add up. */
    public static final String ADDITIVE_AS_ROWS =
            asRows(Arrays.stream(values()).filter(Measure::isAdditive).toList());

    private final String code = name().toLowerCase(Locale.ROOT);
    private final boolean isAdditive;

    Measure(boolean isAdditive) {
        this.isAdditive = isAdditive;
    }

    /** The word in tables and answers. */
    public String code() {
        return code;
    }

    /** Whether the counts of all members of a dimension add up to the count of the nation. */
    public boolean isAdditive() {
        return isAdditive;
    }

    @Override
    public String toString() {
        return code;
    }

    /**
     * A piece of SQL for the column of each measure.
     *
     * @param format the piece, in which {@code %1$s} is the column
     * @param between the separator
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
