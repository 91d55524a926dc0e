package kz.qadam.reporting.forecast;

/**
 * The values that are not exceeded in 10, 50 and 90 of 100 simulated paths.
 *
 * @param <T> a value is null if the event does not happen in so many paths
 */
public record ForecastBand<T>(T p10, T p50, T p90) {

    static <T> ForecastBand<T> certain(T value) {
        return new ForecastBand<>(value, value, value);
    }
}
