package kz.qadam.enrolment.learners;

import java.util.ArrayList;
import java.util.HashMap;
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
 * nobody enrols; if several institutions have enrolled them, when two of these have sent the same number.
 */
public final class MergesDue {

    /**
     * Two learners who are one person.
     *
     * @param absorbed the adopted one, who may be an alias
     */
    public record Pair(UUID absorbed, UUID surviving) {}

    private static final TableColumns<Pair> PAIR = TableColumns.of(Pair.class);

    private record Asked(UUID absorbed, UUID surviving, String askedBy) {}

    private static final TableColumns<Asked> ASKED = TableColumns.of(Asked.class);

    /** It is confirmed if nobody else has enrolled the learner, or when another institution sends the same. */
    private static final String NOTE = """
            insert into merge_due (%s, confirmed)
            select asked.*, not exists (select from enrolment e where e.learner_id = asked.absorbed
                                                                  and e.institution <> asked.asked_by)
              from %s
            on conflict (absorbed) do update set confirmed = true
             where not merge_due.confirmed and merge_due.surviving = excluded.surviving
               and merge_due.asked_by <> excluded.asked_by
            """.formatted(ASKED.names(), ASKED.rows("asked"));

    /** Somebody who is blocked cannot be merged until the block is lifted. */
    private static final String NEXT = """
            select %s from merge_due
             where confirmed
               and not exists (select from blocked_learner b where b.learner in (absorbed, surviving) and b.in_force)
             order by asked_at, absorbed limit 1 for update skip locked
            """.formatted(PAIR.names());

    private MergesDue() {}

    /**
     * Notes who is to be merged, unless one of the two is blocked.
     *
     * @param others the learner who has the number of an adopted one
     * @param institutions who has sent the number of an adopted one
     * @return the adopted ones whose number is another's
     */
    public static Set<UUID> note(Handle database, Map<UUID, UUID> others, Map<UUID, String> institutions) {
        Set<UUID> all = new HashSet<>(others.keySet());
        all.addAll(others.values());
        Map<UUID, UUID> surviving = Aliases.surviving(database, all);
        Map<UUID, Asked> asked = new HashMap<>();
        List<UUID> merged = new ArrayList<>();
        Set<UUID> due = new HashSet<>();
        others.forEach((adopted, other) -> {
            UUID absorbed = surviving.get(adopted);
            UUID into = surviving.get(other);
            if (absorbed != null && absorbed.equals(into)) {
                merged.add(adopted);
            } else if (absorbed != null && into != null) {
                asked.put(absorbed, new Asked(absorbed, into, institutions.get(adopted)));
                due.add(adopted);
            }
        });
        AdoptedLearners.settle(database, merged);
        ASKED.bind(database.createUpdate(NOTE), asked.values()).execute();
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
