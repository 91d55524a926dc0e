package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.NavigableMap;

/**
 * The people trained on each day that a forecast learns from, corrected for the reporting delay (nowcast).
 *
 * @param total how many people are trained by the last day
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record History(LocalDate first, LocalDate last, double total, double[] daily) {

    private static final int LEAST_DAYS = 6 * Windows.DAYS;
    private static final int LEAST_PEOPLE = 100;

    /** The first hundredth is left out: it was trained while institutions were only starting. */
    private static final int START_UP_SHARE = 100;

    static History of(ForecastInput outlook) {
        ReportedShare reported = ReportedShare.of(outlook);
        LocalDate last = reported.last(outlook.on(), outlook.knownOn());
        if (last.isBefore(outlook.startsOn())) {
            return new History(last.plusDays(1), last, 0, new double[0]);
        }
        NavigableMap<LocalDate, Long> known = outlook.trained().subMap(outlook.startsOn(), true, last, true);
        LocalDate first = ForecastInput.dayOf(ForecastInput.sum(known) / START_UP_SHARE + 1, known)
                .orElse(last);
        double[] daily = new double[Forecasting.days(first, last) + 1];
        known.tailMap(first, true)
                .forEach((day, trained) ->
                        daily[Forecasting.days(first, day)] = trained / reported.of(day, outlook.knownOn()));
        return new History(
                first,
                last,
                ForecastInput.sum(known.headMap(first, false))
                        + Arrays.stream(daily).sum(),
                daily);
    }

    boolean isSufficient() {
        return daily.length >= LEAST_DAYS && Arrays.stream(daily).sum() >= LEAST_PEOPLE;
    }
}
