package kz.qadam.chassis.http.list;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** After which row a page of a list begins, and how many rows it may have. */
public record PageStart(Cursor after, int limit) {

    /**
     * The rows of a query with the columns of {@link ListedRow#positionColumns}, ordered by {@code (change, id)}, whose row begins
     * after {@code :change}, a text, and {@code :id}, and which has at most {@code :limit} rows.
     */
    public <T> List<ListedRow<T>> rows(Query query, RowMapper<T> columns, Function<T, UUID> id) {
        return query.bind("change", Long.toString(after.change()))
                .bind("id", after.id())
                .bind("limit", limit)
                .map((row, context) -> {
                    T item = columns.map(row, context);
                    return new ListedRow<>(row.getLong("change"), id.apply(item), row.getLong("horizon"), item);
                })
                .list();
    }
}
