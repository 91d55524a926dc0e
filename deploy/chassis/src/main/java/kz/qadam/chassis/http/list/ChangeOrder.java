package kz.qadam.chassis.http.list;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.query.NativeQuery;

/** Pages of entities in the order of last change, which is given by PostgreSQL's transaction numbers. */
public final class ChangeOrder {

    /** An entity of such a list; its table has the columns {@code changed} (xid8) and {@code id}. */
    public interface Changed {
        /** The transaction that changed it last. */
        long changed();

        UUID id();
    }

    private ChangeOrder() {}

    /** A page of all rows of a table. */
    public static <E extends Changed, V> Page<V> page(
            Class<E> type, String table, Function<E, V> view, PageStart start) {
        // Read before the rows, so that it is not later than their state.
        long horizon = horizon();
        NativeQuery<E> rows = after(type, table, "true");
        return page(rows, horizon, view, start);
    }

    /**
     * A page of immutable rows that were recorded by an instant.
     *
     * @param recordedAt the column with the instant of recording
     */
    public static <E extends Changed, V> Page<V> pageUntil(
            Instant until, String recordedAt, Class<E> type, String table, Function<E, V> view, PageStart start) {
        NativeQuery<E> rows = after(type, table, recordedAt + " <= :until").setParameter("until", until);
        return page(rows, Long.MAX_VALUE, view, start);
    }

    private static <E extends Changed> NativeQuery<E> after(Class<E> type, String table, String condition) {
        return Panache.getSession().createNativeQuery("""
                        select * from %s where (changed, id) > (cast(cast(:change as text) as xid8), :id) and %s
                         order by changed, id limit :limit
                        """.formatted(table, condition), type);
    }

    private static <E extends Changed, V> Page<V> page(
            NativeQuery<E> rows, long horizon, Function<E, V> view, PageStart start) {
        List<ListedRow<V>> listed = rows
                .setParameter("change", Long.toString(start.after().change()))
                .setParameter("id", start.after().id())
                .setParameter("limit", start.limit())
                .getResultList()
                .stream()
                .map(entity -> new ListedRow<>(entity.changed(), entity.id(), horizon, view.apply(entity)))
                .toList();
        return Page.of(listed, start.after(), start.limit());
    }

    private static long horizon() {
        return Long.parseLong(Panache.getSession()
                .createNativeQuery("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)", String.class)
                .getSingleResult());
    }
}
