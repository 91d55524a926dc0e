package kz.qadam.reporting.forecast;

/**
 * The values that are not exceeded in 10, 50 and 90 of 100 simulated paths.
 *
 * @param <T> a value is null if the event does not happen in so many paths
 */
public record Band<T>(T p10, T p50, T p90) {

    static <T> Band<T> certain(T value) {
        return new Band<>(value, value, value);
    }
}
