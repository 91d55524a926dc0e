package kz.qadam.reporting.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.reporting.asof.TimeParameterParser;
import kz.qadam.reporting.catalogue.Programme;

/**
 * The periods of a series. Each period is whole, also if the caller gives a day in its middle.
 *
 * @param from null for the first day of the programme
 * @param to null for the day of the question
 */
public record SeriesRange(SeriesInterval interval, LocalDate from, LocalDate to) {

    private static final int MOST_DAYS = 4_000;
    private static final int MOST_YEARS = 50;

    /**
     * A period of a series.
     *
     * @param name such as 2026-05-01, 2026-W18 or 2026-05
     * @param until the last day that counts: the last day of the period, or the day of the question if that is earlier
     * @param isAhead whether the period begins after the day of the question
     */
    record Period(String name, LocalDate begin, LocalDate until, boolean isAhead) {}

    /** The periods, as seen on a day. Only for a range whose days are known. */
    List<Period> periods(LocalDate on) {
        List<Period> periods = new ArrayList<>();
        LocalDate begin = interval.begin(from);
        while (!begin.isAfter(to)) {
            LocalDate next = interval.next(begin);
            LocalDate last = next.minusDays(1);
            boolean isAhead = begin.isAfter(on);
            periods.add(new Period(interval.name(begin), begin, isAhead || last.isBefore(on) ? last : on, isAhead));
            begin = next;
        }
        return periods;
    }

    /** @throws Problem 400 if a parameter cannot be read */
    static SeriesRange of(String interval, String from, String to) {
        return new SeriesRange(
                SeriesInterval.of(interval),
                from == null ? null : TimeParameterParser.day("from", from),
                to == null ? null : TimeParameterParser.day("to", to));
    }

    /** @throws Problem 400 if it ends before it begins or after the horizon, or has too many periods */
    SeriesRange within(Optional<Programme> programme, LocalDate on) {
        LocalDate last = to != null
                ? to
                : programme.map(Programme::horizon).filter(on::isAfter).orElse(on);
        LocalDate first = from != null
                ? from
                : programme
                        .map(Programme::startsOn)
                        .filter(start -> !start.isAfter(last))
                        .orElse(last);
        if (last.isBefore(first)) {
            throw Problem.badParameter("to", "range/order", "to", "from");
        }
        if (programme.filter(known -> last.isAfter(known.horizon())).isPresent()) {
            throw Problem.badParameter(
                    "to", "range/horizon", "to", programme.get().horizon());
        }
        if (first.plusYears(MOST_YEARS).isBefore(last)
                || (interval == SeriesInterval.DAY && first.plusDays(MOST_DAYS).isBefore(last))) {
            throw Problem.badParameter("from", "range/periods", "from");
        }
        return new SeriesRange(interval, first, last);
    }
}
