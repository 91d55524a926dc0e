package kz.qadam.reporting.forecast;

/**
 * What is not exceeded in 10, 50 and 90 of 100 cases.
 *
 * @param <T> null where it does not happen at all in so many cases
 */
public record Band<T>(T p10, T p50, T p90) {

    static <T> Band<T> certain(T value) {
        return new Band<>(value, value, value);
    }
}
