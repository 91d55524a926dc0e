package kz.qadam.chassis.http.list;

import java.util.UUID;
import java.util.function.Function;

/**
 * A row of a list, with its position.
 *
 * @param change the transaction that last changed it
 * @param horizon the oldest transaction that was still open when the row was read
 */
public record ListedRow<T>(long change, UUID id, long horizon, T item) {

    /**
     * The columns of a query that {@link PageStart#rows} reads.
     *
     * @param changed the column with the transaction that last changed a row, such as {@code changed}
     */
    public static String positionColumns(String changed) {
        return "cast(cast(%s as text) as bigint) as change".formatted(changed)
                + ", cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) as horizon";
    }

    /** The same row, shown in another way. */
    public <V> ListedRow<V> as(Function<T, V> view) {
        return new ListedRow<>(change, id, horizon, view.apply(item));
    }
}
