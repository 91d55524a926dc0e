package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes forecasts. The same outlook gives the same forecast, wherever and whenever. */
public final class Forecasting {

    /** Names the method; another one gets another name. */
    public static final String METHOD = "seasonal-local-level-1";

    private static final Band<LocalDate> NEVER = new Band<>(null, null, null);

    private Forecasting() {}

    public static Forecast of(Outlook outlook) {
        long total = outlook.total();
        Band<LocalDate> reached = outlook.target() != null && total >= outlook.target()
                ? Band.certain(reachedOn(outlook))
                : null;
        if (!outlook.on().isBefore(outlook.horizon())) {
            boolean hasTarget = outlook.target() != null;
            return Forecast.none(
                    Forecast.Status.ENDED,
                    reached == null && hasTarget ? NEVER : reached,
                    Band.certain(total),
                    hasTarget ? (Double) (reached == null ? 0.0 : 1.0) : null);
        }
        History history = History.of(outlook);
        if (!history.isSufficient()) {
            return Forecast.none(Forecast.Status.INSUFFICIENT_DATA, reached, null, reached == null ? null : 1.0);
        }
        return simulated(outlook, history, reached);
    }

    private static LocalDate reachedOn(Outlook outlook) {
        long trained = 0;
        for (Map.Entry<LocalDate, Long> day : outlook.trained().entrySet()) {
            trained += day.getValue();
            if (trained >= outlook.target()) {
                return day.getKey();
            }
        }
        throw new IllegalStateException("The target is not reached.");
    }

    private static Forecast simulated(Outlook outlook, History history, Band<LocalDate> reached) {
        Seasonality seasonality = Seasonality.of(outlook.season(), history);
        Paths paths = Paths.draw(outlook, history, seasonality, monthEnds(outlook));
        List<Forecast.Point> fan = new ArrayList<>();
        for (int i = 0; i < paths.days().size(); i++) {
            fan.add(new Forecast.Point(paths.days().get(i), paths.trained(i)));
        }
        Band<LocalDate> reachedOn = reached != null ? reached : outlook.target() == null ? null : paths.reachedOn();
        Double probability = reached != null ? (Double) 1.0 : outlook.target() == null ? null : paths.probability();
        return new Forecast(
                Forecast.Status.FORECAST,
                new Forecast.Window(history.first(), history.last()),
                reachedOn,
                fan.get(fan.size() - 1).trained(),
                probability,
                fan);
    }

    /** The ends of the months after the day, and the horizon. */
    private static List<LocalDate> monthEnds(Outlook outlook) {
        List<LocalDate> ends = new ArrayList<>();
        LocalDate end = outlook.on().plusDays(1).plusMonths(1).withDayOfMonth(1).minusDays(1);
        while (end.isBefore(outlook.horizon())) {
            ends.add(end);
            end = end.plusDays(1).plusMonths(1).minusDays(1);
        }
        ends.add(outlook.horizon());
        return ends;
    }

    static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }
}
