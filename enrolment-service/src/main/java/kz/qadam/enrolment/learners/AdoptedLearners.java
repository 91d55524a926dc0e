package kz.qadam.enrolment.learners;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Learners whom a database that went back to a backup knows from what was published about them. Numbers are not published, so
 * they have none until an institution sends it again.
 */
public final class AdoptedLearners {

    /** The condition that nobody has sent the number of the learner of a row {@code a} of {@code adopted_learner} again. */
    public static final String WITHOUT_NUMBER = "a.number_known_at is null";

    /** In the order of ids, as others lock learners. */
    private static final String ADD = """
            with fresh as (
                insert into learner (id, recorded_at) select id, now() from unnest(:ids) as named (id) order by id
                on conflict (id) do nothing
                returning id)
            insert into adopted_learner (learner) select id from fresh
            """;

    /** Others who bring a number of one of them wait here. */
    private static final String LOCK = """
            select learner from adopted_learner a where learner = any(:ids) and %s order by learner for no key update
            """.formatted(WITHOUT_NUMBER);

    private static final String SETTLE = """
            update adopted_learner a set number_known_at = now() where learner = any(:ids) and %s
            """.formatted(WITHOUT_NUMBER);

    private AdoptedLearners() {}

    /** Adds those who are not known, without a number. */
    public static void add(Handle database, Collection<UUID> ids) {
        database.createUpdate(ADD)
                .bindArray("ids", UUID.class, new HashSet<>(ids))
                .execute();
    }

    /** Nobody has to send the numbers of these learners any more. */
    public static void settle(Handle database, Collection<UUID> ids) {
        database.createUpdate(SETTLE).bindArray("ids", UUID.class, ids).execute();
    }

    /** Locks those of these learners who have no number yet. */
    static List<UUID> lockWithoutNumber(Handle database, Collection<UUID> ids) {
        return database.createQuery(LOCK)
                .bindArray("ids", UUID.class, ids)
                .mapTo(UUID.class)
                .list();
    }

    static void removeNumbers(Handle database, Collection<UUID> ids) {
        database.createUpdate("update learner set cipher_key = null, nonce = null, sealed = null where id = any(:ids)")
                .bindArray("ids", UUID.class, ids)
                .execute();
    }
}
