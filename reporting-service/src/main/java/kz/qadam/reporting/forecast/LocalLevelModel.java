package kz.qadam.reporting.forecast;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler.NormalizedGaussian;

/**
 * The local level model of structural time series: the pace is a level that changes in random steps and is observed
 * with noise. The sizes of steps and noise are not estimated as single values. Each combination is weighted by its
 * likelihood (Kalman filter) and by its prior, so that the band stays wide enough if the history is short.
 */
final class LocalLevelModel {

    /** Steps of the level from window to window, as shares of the mean pace; the prior of each follows. */
    private static final double[] STEPS = {0.01, 0.02, 0.035, 0.055, 0.08, 0.12, 0.18};

    private static final double[] STEPS_PRIOR = {1, 2, 3, 3, 2, 1, 0.5};
    private static final double[] DRIFTS = {-0.03, -0.015, 0, 0.015, 0.03};
    private static final double[] DRIFTS_PRIOR = {0.05, 0.5, 6, 0.5, 0.05};
    private static final double TURN = 0.008;
    private static final double DAMPING = 0.97;
    private static final double[] NOISES = {0.04, 0.07, 0.11, 0.16, 0.23, 0.33, 0.5, 0.8};

    /** A window of less weight is ignored. */
    private static final double LEAST_WEIGHT = 0.2 * Windows.DAYS;

    /** Outliers beyond this many standard deviations have limited influence. */
    private static final double OUTLIER = 4;

    /** One combination, and its level at the end of the history. */
    private record Fitted(double step, double noise, double drift, double level, double variance) {}

    private final double scale;
    private final Fitted[] fitted = new Fitted[STEPS.length * NOISES.length * DRIFTS.length];
    private final double[] cumulative = new double[fitted.length];

    LocalLevelModel(Windows windows) {
        this.scale = mean(windows);
        double[] likelihood = new double[fitted.length];
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < fitted.length; i++) {
            int step = i / NOISES.length % STEPS.length;
            int drift = i / NOISES.length / STEPS.length;
            likelihood[i] = StrictMath.log(STEPS_PRIOR[step] * DRIFTS_PRIOR[drift])
                    + fit(i, windows, STEPS[step], NOISES[i % NOISES.length], DRIFTS[drift]);
            best = Math.max(best, likelihood[i]);
        }
        double sum = 0;
        for (int i = 0; i < fitted.length; i++) {
            sum += StrictMath.exp(likelihood[i] - best);
            cumulative[i] = sum;
        }
    }

    private static double mean(Windows windows) {
        double trained = 0;
        double weight = 0;
        for (int i = 0; i < windows.pace().length; i++) {
            trained += windows.pace()[i] * windows.weight()[i];
            weight += windows.weight()[i];
        }
        return trained / weight;
    }

    private double fit(int index, Windows windows, double step, double noise, double drift) {
        double level = 1;
        double variance = 1;
        double likelihood = 0;
        for (int i = 0; i < windows.pace().length; i++) {
            variance += step * step;
            level *= 1 + drift;
            double weight = windows.weight()[i];
            if (weight < LEAST_WEIGHT) {
                continue;
            }
            double seen = noise * noise * Windows.DAYS / weight;
            double off = windows.pace()[i] / scale - level;
            double total = variance + seen;
            double deviation = Math.abs(off) / Math.sqrt(total);
            likelihood -= StrictMath.log(total) / 2;
            if (deviation <= OUTLIER) {
                likelihood -= deviation * deviation / 2;
            } else {
                likelihood -= OUTLIER * deviation - OUTLIER * OUTLIER / 2;
                total *= deviation / OUTLIER;
            }
            double gain = variance / total;
            level += gain * off;
            variance *= 1 - gain;
        }
        fitted[index] = new Fitted(step, noise, drift, Math.max(level, 0.01), variance);
        return likelihood;
    }

    /**
     * Draws how many people are trained in each future window of one path.
     *
     * @param weight the weight of each window
     * @param deviation the standard deviation of the noise in each window, for a noise of 1
     * @param into receives one number for each window
     */
    void draw(
            UniformRandomProvider chance,
            NormalizedGaussian normal,
            double[] weight,
            double[] deviation,
            double[] into) {
        Fitted one = pick(chance.nextDouble());
        double level = Math.max(0.05, one.level() + Math.sqrt(one.variance()) * normal.sample());
        double drift = one.drift() + TURN * normal.sample();
        for (int window = 0; window < weight.length; window++) {
            level *= StrictMath.exp(drift + one.step() * normal.sample());
            drift *= DAMPING;
            double noise = one.noise() * normal.sample() * deviation[window];
            into[window] = scale * Math.max(0, level * (weight[window] + noise));
        }
    }

    private Fitted pick(double chance) {
        double wanted = chance * cumulative[cumulative.length - 1];
        int index = 0;
        while (cumulative[index] < wanted) {
            index++;
        }
        return fitted[index];
    }
}
