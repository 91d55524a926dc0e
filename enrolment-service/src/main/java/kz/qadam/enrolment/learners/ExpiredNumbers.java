package kz.qadam.enrolment.learners;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.base.time.AlmatyTime;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds and removes the numbers of learners whose last activity was before a day. An alias is active when the learner
 * is that absorbed it.
 */
final class ExpiredNumbers {

    private static final String IS_EXPIRED = """
            l.cipher_key is not null and l.recorded_at < :before
               and not exists (
                   select from enrolment e
                    where e.learner_id = coalesce(m.surviving, l.id)
                      and (e.recorded_at >= :before or e.enrolled_on >= :day
                           or exists (select from completion c
                                       where c.enrolment_id = e.id and c.known_at >= :before)))
            """;

    private static final String NEXT = """
            select l.id, %s as expired
              from (select * from learner where id > :after order by id limit :most) as l
              left join learner_merge m on m.absorbed = l.id
             order by l.id
            """.formatted(IS_EXPIRED);

    /** A statement of its own: what a rotation of keys wrote, while this waited for its rows, is then seen. */
    private static final String LOCK = """
            select l.id from learner l left join learner_merge m on m.absorbed = l.id
             where l.id = any(:ids) and %s
             order by l.id for no key update of l
            """.formatted(IS_EXPIRED);

    private static final String REMOVE_HASHES = "delete from learner_key where learner_id = any(:ids)";

    private static final String REMOVE = """
            update learner set cipher_key = null, nonce = null, sealed = null where id = any(:ids)
            """;

    private static final TableColumns<Row> COLUMNS = TableColumns.of(Row.class);

    private record Row(UUID id, boolean expired) {}

    /**
     * Learners that were examined.
     *
     * @param last the last of them; null if there was none
     * @param expired those whose number has expired
     */
    record Examined(UUID last, List<UUID> expired) {}

    private ExpiredNumbers() {}

    /**
     * Examines the next learners in the order of id, so that a run reads each of them once.
     *
     * @param most the greatest number of learners
     */
    static Examined examine(Handle database, LocalDate day, UUID after, int most) {
        List<Row> rows = bind(database.createQuery(NEXT), day)
                .bind("after", after)
                .bind("most", most)
                .map(COLUMNS)
                .list();
        return new Examined(
                rows.isEmpty() ? null : rows.get(rows.size() - 1).id(),
                rows.stream().filter(Row::expired).map(Row::id).toList());
    }

    /**
     * Removes the numbers of these learners, unless they have become active meanwhile. Nobody can enrol until the
     * transaction ends, so no enrolment finds a learner by a number that is being removed.
     *
     * @return how many were removed; empty if enrolments were in progress for the whole wait
     */
    static OptionalInt remove(Handle database, LocalDate day, Collection<UUID> learners) {
        if (!Aliases.lockExclusively(database)) {
            return OptionalInt.empty();
        }
        List<UUID> expired = bind(database.createQuery(LOCK), day)
                .bindArray("ids", UUID.class, learners)
                .mapTo(UUID.class)
                .list();
        database.createUpdate(REMOVE_HASHES)
                .bindArray("ids", UUID.class, expired)
                .execute();
        return OptionalInt.of(database.createUpdate(REMOVE)
                .bindArray("ids", UUID.class, expired)
                .execute());
    }

    private static Query bind(Query query, LocalDate day) {
        return query.bind("day", day).bind("before", AlmatyTime.startOf(day));
    }
}
