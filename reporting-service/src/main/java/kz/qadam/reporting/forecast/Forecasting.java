package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes forecasts. The same outlook gives the same forecast, wherever and whenever. */
public final class Forecasting {

    /** Names the method; another one gets another name. */
    public static final String METHOD = "seasonal-local-level-1";

    /** @param reach empty without a target, and where nothing can be said of it */
    private record Made(Forecast.Status status, History history, Paths paths, Optional<Reach> reach, boolean decided) {}

    private Forecasting() {}

    /** Of one cohort. */
    public static Forecast of(Outlook outlook) {
        return of(outlook, monthEnds(outlook));
    }

    /** The same in half the time: its fan has no month, but the horizon only. */
    public static Forecast inShort(Outlook outlook) {
        return of(outlook, List.of(outlook.horizon()));
    }

    /**
     * Of several cohorts together: how many there will be is forecast of them as one, and so keeps what they have in
     * common; the target is reached when each of them has reached its own.
     *
     * @param sum of all; without a target
     */
    public static Forecast together(Outlook sum, List<Outlook> cohorts) {
        List<Made> each = cohorts.stream()
                .map(cohort -> made(cohort, List.of(cohort.horizon())))
                .toList();
        List<Reach> reached =
                each.stream().map(Made::reach).flatMap(Optional::stream).toList();
        Optional<Reach> all = reached.size() < cohorts.size() || cohorts.isEmpty()
                ? Optional.empty()
                : Optional.of(Reach.ofAll(reached));
        return told(sum, made(sum, monthEnds(sum)), all, each.stream().allMatch(Made::decided));
    }

    private static Forecast of(Outlook outlook, List<LocalDate> days) {
        Made made = made(outlook, days);
        return told(outlook, made, made.reach(), made.decided());
    }

    private static Made made(Outlook outlook, List<LocalDate> days) {
        Optional<Reach> decided = decided(outlook);
        if (!outlook.on().isBefore(outlook.horizon())) {
            return new Made(Forecast.Status.ENDED, null, null, decided, true);
        }
        History history = History.of(outlook);
        if (!history.isSufficient()) {
            return new Made(Forecast.Status.INSUFFICIENT_DATA, null, null, decided, decided.isPresent());
        }
        Paths paths = Paths.draw(outlook, history, Seasonality.of(outlook.season(), history), days);
        Optional<Reach> reach = decided.isPresent() ? decided : paths.reach();
        return new Made(Forecast.Status.FORECAST, history, paths, reach, decided.isPresent());
    }

    /** What needs no forecast: the target is reached, or the last day is over. */
    private static Optional<Reach> decided(Outlook outlook) {
        if (outlook.target() == null) {
            return Optional.empty();
        }
        long trained = 0;
        if (outlook.target() == 0) {
            return Optional.of(Reach.certain(outlook.startsOn()));
        }
        for (Map.Entry<LocalDate, Long> day :
                outlook.trained().headMap(outlook.on(), true).entrySet()) {
            trained += day.getValue();
            if (trained >= outlook.target()) {
                return Optional.of(Reach.certain(day.getKey()));
            }
        }
        return outlook.on().isBefore(outlook.horizon()) ? Optional.empty() : Optional.of(Reach.never());
    }

    private static Forecast told(Outlook outlook, Made made, Optional<Reach> reach, boolean decided) {
        List<Forecast.Point> fan =
                made.paths() == null ? List.of() : made.paths().fan();
        return new Forecast(
                made.status(),
                made.history() == null
                        ? null
                        : new Forecast.Window(
                                made.history().first(), made.history().last()),
                reach.map(Reach::band).orElse(null),
                switch (made.status()) {
                    case FORECAST -> fan.get(fan.size() - 1).trained();
                    case ENDED -> Band.certain(outlook.total());
                    case INSUFFICIENT_DATA -> null;
                },
                reach.map(one -> one.probability(decided)).orElse(null),
                fan);
    }

    /** The ends of the months after the day, and the horizon. */
    private static List<LocalDate> monthEnds(Outlook outlook) {
        List<LocalDate> ends = new ArrayList<>();
        LocalDate month = outlook.on().plusDays(1).withDayOfMonth(1).plusMonths(1);
        while (!month.isAfter(outlook.horizon())) {
            ends.add(month.minusDays(1));
            month = month.plusMonths(1);
        }
        ends.add(outlook.horizon());
        return ends;
    }

    static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }
}
