package kz.qadam.enrolment.learners;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/**
 * Adopted learners whose number came and was another learner's already, so that the two are one person. They are merged when
 * nobody enrols.
 */
public final class MergesDue {

    /**
     * Two learners who are one person.
     *
     * @param absorbed the adopted one, who may be an alias
     */
    public record Pair(UUID absorbed, UUID surviving) {}

    private static final TableColumns<Pair> PAIR = TableColumns.of(Pair.class);

    private static final String NOTE = """
            insert into merge_due (%s) select * from %s on conflict (absorbed) do nothing
            """.formatted(PAIR.names(), PAIR.rows("pair"));

    /** Somebody who is blocked cannot be merged until the block is lifted. */
    private static final String NEXT = """
            select %s from merge_due
             where not exists (select from blocked_learner b where b.learner in (absorbed, surviving) and b.in_force)
             order by asked_at, absorbed limit 1 for update skip locked
            """.formatted(PAIR.names());

    private MergesDue() {}

    /**
     * Notes who is to be merged, unless one of the two is blocked.
     *
     * @param others the learner who has the number of an adopted one
     * @return the adopted ones of those who are to be merged
     */
    public static Set<UUID> note(Handle database, Map<UUID, UUID> others) {
        Set<UUID> all = new HashSet<>(others.keySet());
        all.addAll(others.values());
        Map<UUID, UUID> surviving = Aliases.surviving(database, all);
        List<Pair> pairs = new ArrayList<>();
        List<UUID> merged = new ArrayList<>();
        Set<UUID> due = new HashSet<>();
        others.forEach((adopted, other) -> {
            UUID absorbed = surviving.get(adopted);
            UUID into = surviving.get(other);
            if (absorbed != null && absorbed.equals(into)) {
                merged.add(adopted);
            } else if (absorbed != null && into != null) {
                pairs.add(new Pair(adopted, into));
                due.add(adopted);
            }
        });
        AdoptedLearners.settle(database, merged);
        PAIR.bind(database.createUpdate(NOTE), pairs).execute();
        return due;
    }

    /** The next two to be merged, locked. */
    public static Optional<Pair> next(Handle database) {
        return database.createQuery(NEXT).map(PAIR).findOne();
    }

    /** Notes that these two are merged, or need not be. */
    public static void done(Handle database, Pair pair) {
        database.createUpdate("delete from merge_due where absorbed = :absorbed")
                .bind("absorbed", pair.absorbed())
                .execute();
        AdoptedLearners.settle(database, List.of(pair.absorbed()));
    }
}
