package kz.qadam.reporting.publication;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import kz.qadam.chassis.http.list.ChangeOrder;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageStart;
import kz.qadam.chassis.http.list.TextCursor;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.publication.PublicationHead.Listed;
import org.jdbi.v3.core.Handle;

/** Lists publications: all of them for callers with an exact role, and the names of releases for everybody. */
final class PublicationLists {

    private static final String TABLE = "publication";

    private static final String OF_RELEASES = """
            select * from publication
             where release is not null and published_at > :after and published_at <= :until
             order by published_at limit :limit
            """;

    /** Only readers may work meanwhile, so that a publication never appears before one that is already listed. */
    private static final String LOCK = "lock table publication in share row exclusive mode";

    private static final String NEWEST = "select max(published_at) from publication";

    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private PublicationLists() {}

    /** The instant of a new publication: later than that of every other one. The table is locked until the commit. */
    static Instant nextPublishedAt(Handle database) {
        database.execute(LOCK);
        Instant stamp = PointInTimeResolver.stamp(database);
        return database.createQuery(NEWEST)
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(newest -> newest.toInstant().plus(1, ChronoUnit.MICROS))
                .filter(stamp::isBefore)
                .orElse(stamp);
    }

    /**
     * All publications.
     *
     * @param until only those published by then; null: all
     */
    static Page<PublicationView> ofAll(
            Function<PublicationHead, PublicationView> view, PageStart start, Instant until) {
        return QuarkusTransaction.requiringNew()
                .call(() -> until == null
                        ? ChangeOrder.page(Listed.class, TABLE, view::apply, start)
                        : ChangeOrder.pageUntil(until, "published_at", Listed.class, TABLE, view::apply, start));
    }

    /**
     * The names of releases. Their cursors are instants: the cursors of {@link #ofAll} would tell everybody how many
     * transactions the database has run, and so how much was taken in.
     *
     * @param until only those published by then; null: all
     */
    static Page<PublicationView> ofReleases(
            Function<PublicationHead, PublicationView> view, Instant after, int most, Instant until) {
        List<PublicationView> found = QuarkusTransaction.requiringNew()
                .call(() -> Panache.getSession()
                        .createNativeQuery(OF_RELEASES, Listed.class)
                        .setParameter("after", after)
                        .setParameter("until", until == null ? EVER : until)
                        .setParameter("limit", most)
                        .getResultList()
                        .stream()
                        .<PublicationView>map(view)
                        .toList());
        Instant last = found.isEmpty() ? after : found.get(found.size() - 1).publishedAt();
        return new Page<>(
                found, TextCursor.write(ChronoUnit.MICROS.between(Instant.EPOCH, last)), found.size() == most);
    }

    /**
     * Parses a cursor of {@link #ofReleases}. One of {@link #ofAll}, which has more values and which everybody had in
     * earlier versions, leads to the start: a publication may be listed twice, but none is missed.
     *
     * @throws kz.qadam.chassis.http.problem.Problem 400 if it is not a cursor
     */
    static Instant after(String cursor) {
        return cursor == null
                ? Instant.EPOCH
                : TextCursor.read(
                        cursor,
                        2,
                        parts -> parts.length == 1
                                ? Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS)
                                : Instant.EPOCH);
    }
}
