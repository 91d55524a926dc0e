package kz.qadam.benchmarks.backtest;

import java.util.Locale;
import java.util.Map;

/**
 * The results of a backtest.
 *
 * @param histories the number of histories of each kind
 * @param insufficient the number of cuts that were too early for a forecast
 * @param atHorizon scores of how many were trained by the horizon: by kind, by year of the cut, and all
 * @param inAYear scores of how many were trained a year after the cut
 * @param reachedOn scores of the day on which the target was reached
 * @param milliseconds the average duration of a forecast
 */
record Report(
        String method,
        int histories,
        int insufficient,
        Map<String, Score.Summary> atHorizon,
        Map<String, Score.Summary> inAYear,
        TargetDayScore.Summary reachedOn,
        double milliseconds) {

    static final String ALL = "**all**";

    String markdown() {
        var text = new StringBuilder();
        text.append("# Backtest of ").append(method).append("\n\n");
        text.append(String.format(
                Locale.ROOT,
                "%d synthetic histories of each kind, cut every 73 days: %d forecasts, %d cuts too early for one;"
                        + " %.1f ms each.%n%n",
                histories,
                atHorizon.get(ALL).forecasts(),
                insufficient,
                milliseconds));
        table(text, "Trained by the horizon", atHorizon);
        table(text, "Trained a year later", inAYear);
        text.append(String.format(
                Locale.ROOT,
                "**Day of reaching the target** (%d forecasts): within p10 to p90 in %.1f %%; Brier score of the"
                        + " probability %.3f (always saying one half: 0.250).%n",
                reachedOn.forecasts(),
                100 * reachedOn.coverage(),
                reachedOn.brier()));
        return text.toString();
    }

    private static void table(StringBuilder text, String title, Map<String, Score.Summary> rows) {
        text.append("## ").append(title).append("\n\n");
        text.append("Coverage of the 80 % band, and mean absolute errors in % of what was trained in the end.\n\n");
        text.append(
                "| histories | forecasts | coverage | below | above | width | method | straight line | seasonal naive |\n");
        text.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        rows.forEach((name, row) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                name,
                row.forecasts(),
                100 * row.coverage(),
                100 * row.below(),
                100 * row.above(),
                100 * row.width(),
                100 * row.error(),
                100 * row.straightLine(),
                100 * row.seasonalNaive())));
        text.append('\n');
    }
}
