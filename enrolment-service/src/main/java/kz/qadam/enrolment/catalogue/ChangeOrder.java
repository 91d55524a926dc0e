package kz.qadam.enrolment.catalogue;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.chassis.list.Cursor;
import kz.qadam.chassis.list.Listed;
import kz.qadam.chassis.list.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** Lists of the catalogue in the order of last change, which PostgreSQL's transaction numbers give. */
final class ChangeOrder {

    /** What has a place in such a list. */
    interface Changed {
        long changed();

        UUID id();
    }

    private ChangeOrder() {}

    static <E extends Changed, V> RestResponse<Page<V>> page(
            Class<E> type, String table, Function<E, V> view, String cursor, Integer wanted, UriInfo place) {
        int limit = Page.limit(wanted);
        Cursor from = Cursor.parse(cursor);
        // Asked before the rows are read, so that it lies not behind what they show.
        long horizon = horizon();
        List<Listed<V>> rows = after(type, table, from, limit).stream()
                .map(entity -> new Listed<>(entity.changed(), entity.id(), horizon, view.apply(entity)))
                .toList();
        return Page.of(rows, from, limit).at(place);
    }

    private static <E> List<E> after(Class<E> type, String table, Cursor from, int limit) {
        return Panache.getSession()
                .createNativeQuery("""
                        select * from %s where (changed, id) > (cast(cast(:change as text) as xid8), :id)
                         order by changed, id limit :limit
                        """.formatted(table), type)
                .setParameter("change", Long.toString(from.change()))
                .setParameter("id", from.id())
                .setParameter("limit", limit)
                .getResultList();
    }

    private static long horizon() {
        return Long.parseLong(Panache.getSession()
                .createNativeQuery("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)", String.class)
                .getSingleResult());
    }
}
