package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;

/**
 * How many were trained on each of the days that a forecast learns from, what is still to be reported included.
 *
 * @param total how many are trained by the last day
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record History(LocalDate first, LocalDate last, double total, double[] daily) {

    private static final int LEAST_DAYS = 6 * Windows.DAYS;
    private static final int LEAST_PEOPLE = 100;

    /** The first hundredth came while everything was only being set up. */
    private static final int TRIAL = 100;

    static History of(Outlook outlook) {
        Completeness completeness = Completeness.of(outlook);
        LocalDate last = completeness.last(outlook.on(), outlook.knownOn());
        if (last.isBefore(outlook.startsOn())) {
            return new History(last.plusDays(1), last, 0, new double[0]);
        }
        NavigableMap<LocalDate, Long> known = outlook.trained().subMap(outlook.startsOn(), true, last, true);
        LocalDate first = begin(known, last);
        double[] daily = new double[(int) ChronoUnit.DAYS.between(first, last) + 1];
        known.tailMap(first, true)
                .forEach((day, trained) -> daily[(int) ChronoUnit.DAYS.between(first, day)] =
                        trained / completeness.of(day, outlook.knownOn()));
        return new History(
                first,
                last,
                Outlook.sum(known.headMap(first, false)) + Arrays.stream(daily).sum(),
                daily);
    }

    private static LocalDate begin(NavigableMap<LocalDate, Long> known, LocalDate last) {
        long trial = Outlook.sum(known) / TRIAL;
        long trained = 0;
        for (Map.Entry<LocalDate, Long> day : known.entrySet()) {
            trained += day.getValue();
            if (trained > trial) {
                return day.getKey();
            }
        }
        return last;
    }

    boolean isSufficient() {
        return daily.length >= LEAST_DAYS && Arrays.stream(daily).sum() >= LEAST_PEOPLE;
    }
}
