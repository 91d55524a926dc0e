package kz.qadam.chassis.http.list;

import java.util.UUID;

/**
 * A row of a list, with its position.
 *
 * @param change the transaction that last changed it
 * @param horizon the oldest transaction that was still open when the row was read
 */
public record ListedRow<T>(long change, UUID id, long horizon, T item) {}
