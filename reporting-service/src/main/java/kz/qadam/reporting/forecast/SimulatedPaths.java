package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * The simulated paths of a Monte Carlo simulation up to the horizon.
 *
 * @param days the days for which the paths are kept
 * @param trainedBy how many people are trained by the end of a day, by day and path
 * @param reach empty without a target
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record SimulatedPaths(List<LocalDate> days, double[][] trainedBy, Optional<ReachForecast> reach) {

    static final int COUNT = 2_000;

    static SimulatedPaths draw(ForecastInput outlook, History history, Seasonality seasonality, List<LocalDate> days) {
        LocalDate last = history.last();
        int ahead = Forecasting.days(last, outlook.horizon());
        double[] exposure = exposure(seasonality, last, ahead);
        int windows = (ahead + Windows.DAYS - 1) / Windows.DAYS;
        double[] weight = new double[windows];
        double[] deviation = new double[windows];
        for (int window = 0; window < windows; window++) {
            int end = Math.min(ahead, (window + 1) * Windows.DAYS);
            weight[window] = exposure[end] - exposure[window * Windows.DAYS];
            deviation[window] = Math.sqrt(Windows.DAYS * weight[window]);
        }
        LocalLevelModel level = new LocalLevelModel(Windows.of(history, seasonality));
        UniformRandomProvider chance = RandomSource.XO_RO_SHI_RO_128_PP.create(
                outlook.about().chars().asLongStream().reduce(1, (hash, one) -> 31 * hash + one));
        var normal = ZigguratSampler.NormalizedGaussian.of(chance);
        int[] at = days.stream().mapToInt(day -> Forecasting.days(last, day)).toArray();
        double[][] trainedBy = new double[days.size()][COUNT];
        int[] reached = new int[COUNT];
        double[] more = new double[windows];
        var path = new Path(exposure, history.total(), Forecasting.days(last, outlook.on()), outlook.total());
        for (int i = 0; i < COUNT; i++) {
            level.draw(chance, normal, weight, deviation, more);
            path.follow(more);
            for (int day = 0; day < at.length; day++) {
                trainedBy[day][i] = path.trained(at[day]);
            }
            reached[i] = outlook.target() == null ? ReachForecast.NEVER : path.dayOf(last, outlook.target());
        }
        return new SimulatedPaths(
                days, trainedBy, outlook.target() == null ? Optional.empty() : Optional.of(new ReachForecast(reached)));
    }

    /** The sum of the weights of all days up to a day, by its distance from the last known day. */
    private static double[] exposure(Seasonality seasonality, LocalDate last, int ahead) {
        double[] exposure = new double[ahead + 1];
        for (int day = 1; day <= ahead; day++) {
            exposure[day] = exposure[day - 1] + seasonality.of(last.plusDays(day));
        }
        return exposure;
    }

    /** How many people are trained by the end of each day. */
    List<Forecast.Point> fan() {
        return IntStream.range(0, days.size())
                .mapToObj(day -> new Forecast.Point(days.get(day), band(trainedBy[day])))
                .toList();
    }

    private static ForecastBand<Long> band(double[] trained) {
        double[] quantiles = Quantile.withDefaults().evaluate(trained, 0.1, 0.5, 0.9);
        return new ForecastBand<>(Math.round(quantiles[0]), Math.round(quantiles[1]), Math.round(quantiles[2]));
    }

    /** One simulated path. The same object is used for all, one after the other. */
    private static final class Path {

        private final double[] exposure;
        private final double start;
        private final int today;
        private final long known;
        private double[] ends;
        private double lift;

        /**
         * @param start how many people are trained at the start of the path
         * @param today the day, counted from the start, on which at least the known people are trained
         * @param known how many people are known to be trained
         */
        Path(double[] exposure, double start, int today, long known) {
            this.exposure = exposure;
            this.start = start;
            this.today = today;
            this.known = known;
        }

        /** @param more how many people are trained in each window */
        void follow(double[] more) {
            if (ends == null) {
                ends = new double[more.length + 1];
            }
            ends[0] = start;
            for (int i = 0; i < more.length; i++) {
                ends[i + 1] = ends[i] + more[i];
            }
            lift = 0;
            lift = Math.max(0, known - trained(today));
        }

        double trained(int day) {
            int window = day / Windows.DAYS;
            if (window == ends.length - 1) {
                return lift + ends[window];
            }
            int from = window * Windows.DAYS;
            int to = Math.min(exposure.length - 1, from + Windows.DAYS);
            double all = exposure[to] - exposure[from];
            double share = all > 0 ? (exposure[day] - exposure[from]) / all : 0;
            return lift + ends[window] + share * (ends[window + 1] - ends[window]);
        }

        /** The day on which the target is reached, as an epoch day; {@link ReachForecast#NEVER} if it is not. */
        int dayOf(LocalDate last, long target) {
            if (lift + ends[ends.length - 1] < target) {
                return ReachForecast.NEVER;
            }
            int low = today;
            int high = exposure.length - 1;
            while (low < high) {
                int middle = (low + high) / 2;
                if (trained(middle) >= target) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return (int) last.toEpochDay() + low;
        }
    }
}
