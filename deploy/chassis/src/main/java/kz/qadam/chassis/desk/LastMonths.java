package kz.qadam.chassis.desk;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.DayText;

/**
 * The last twelve months, each of which a page shows.
 *
 * @param links the newest month first
 */
public record LastMonths(List<MonthLink> links) {

    private static final int MONTHS = 12;

    /** A link to what the page shows of a month. */
    public record MonthLink(String name, String address, boolean isShown) {}

    /**
     * Those up to a month.
     *
     * @param last the newest that can be shown
     * @param shown the one that the page shows now
     * @param path of the page of a month
     */
    public static LastMonths of(
            DeskContext context, YearMonth last, YearMonth shown, Function<YearMonth, String> path) {
        return new LastMonths(Stream.iterate(last, month -> month.minusMonths(1))
                .limit(MONTHS)
                .map(month -> new MonthLink(
                        DayText.of(month, context.language()), context.page(path.apply(month)), month.equals(shown)))
                .toList());
    }
}
