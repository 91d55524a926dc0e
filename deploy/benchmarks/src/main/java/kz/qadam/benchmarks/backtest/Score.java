package kz.qadam.benchmarks.backtest;

import java.util.ArrayList;
import java.util.List;
import kz.qadam.reporting.forecast.Band;

/** How well forecasts met what happened. Errors are shares of what there was in the end. */
final class Score {

    private int all;
    private int below;
    private int above;
    private final List<Double> method = new ArrayList<>();
    private final List<Double> line = new ArrayList<>();
    private final List<Double> seasonal = new ArrayList<>();
    private double width;

    void add(Band<Long> band, double straightLine, double seasonalNaive, long truth, long trained) {
        double toCome = Math.max(1, truth);
        all++;
        below += truth < band.p10() ? 1 : 0;
        above += truth > band.p90() ? 1 : 0;
        method.add(Math.abs(band.p50() - truth) / toCome);
        line.add(Math.abs(straightLine - truth) / toCome);
        seasonal.add(Math.abs(seasonalNaive - truth) / toCome);
        width += (band.p90() - band.p10()) / toCome;
    }

    void add(Score other) {
        all += other.all;
        below += other.below;
        above += other.above;
        width += other.width;
        method.addAll(other.method);
        line.addAll(other.line);
        seasonal.addAll(other.seasonal);
    }

    int count() {
        return all;
    }

    double coverage() {
        return 1 - (double) (below + above) / all;
    }

    double below() {
        return (double) below / all;
    }

    double above() {
        return (double) above / all;
    }

    double width() {
        return width / all;
    }

    double method() {
        return mean(method);
    }

    double straightLine() {
        return mean(line);
    }

    double seasonalNaive() {
        return mean(seasonal);
    }

    private static double mean(List<Double> errors) {
        return errors.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
