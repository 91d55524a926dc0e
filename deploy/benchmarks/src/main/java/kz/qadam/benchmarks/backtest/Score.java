package kz.qadam.benchmarks.backtest;

import kz.qadam.reporting.forecast.ForecastBand;

/** Compares forecasts with what happened. Errors and widths are shares of the final number. */
final class Score {

    private int forecasts;
    private int below;
    private int above;
    private double width;
    private double method;
    private double straightLine;
    private double seasonalNaive;

    void add(ForecastBand<Long> band, double line, double seasonal, long truth) {
        forecasts++;
        below += truth < band.p10() ? 1 : 0;
        above += truth > band.p90() ? 1 : 0;
        width += share((double) band.p90() - band.p10(), truth);
        method += share((double) band.p50() - truth, truth);
        straightLine += share(line - truth, truth);
        seasonalNaive += share(seasonal - truth, truth);
    }

    private static double share(double people, long truth) {
        return Math.abs(people) / Math.max(1, truth);
    }

    void add(Score other) {
        forecasts += other.forecasts;
        below += other.below;
        above += other.above;
        width += other.width;
        method += other.method;
        straightLine += other.straightLine;
        seasonalNaive += other.seasonalNaive;
    }

    /**
     * The results.
     *
     * @param coverage the share of real numbers inside the 80 % band
     * @param below the share below the band
     * @param above the share above the band
     * @param width the average width of the band
     * @param error the average absolute error of the median
     */
    record Summary(
            int forecasts,
            double coverage,
            double below,
            double above,
            double width,
            double error,
            double straightLine,
            double seasonalNaive) {}

    Summary summary() {
        double all = forecasts;
        return new Summary(
                forecasts,
                round(1 - (below + above) / all),
                round(below / all),
                round(above / all),
                round(width / all),
                round(method / all),
                round(straightLine / all),
                round(seasonalNaive / all));
    }

    private static double round(double share) {
        return Math.round(10_000 * share) / 10_000.0;
    }
}
