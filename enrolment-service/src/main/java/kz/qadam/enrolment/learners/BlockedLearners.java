package kz.qadam.enrolment.learners;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Learners whose erasure is accepted, or who are blocked for a time ({@link LearnerBlocking}). Institutions cannot read
 * or change their enrolments, and nobody can enrol them.
 */
public final class BlockedLearners {

    /** The condition that the learner of a row of {@code enrolment} is not blocked. */
    public static final String NOT_BLOCKED =
            "not exists (select from blocked_learner blocked where blocked.learner = learner_id and blocked.in_force)";

    private static final String BLOCK = """
            insert into blocked_learner (learner, erasure)
            select l.id, :erasure from learner l left join learner_merge m on m.absorbed = l.id
             where coalesce(m.surviving, l.id) = :learner order by l.id
            on conflict (learner) do update set erasure = excluded.erasure
            """;

    private static final String CONTAINS = """
            select exists (select from blocked_learner where learner = :learner and in_force)
            """;

    private static final String IS_ERASED = """
            select exists (select from blocked_learner where learner = :learner and in_force and erasure is not null)
            """;

    /** An erased learner has no hash, so there are few. */
    private static final String HASHES = """
            select k.hash from blocked_learner b join learner_key k on k.learner_id = b.learner
             where b.in_force and not b.erased
            """;

    private BlockedLearners() {}

    /** Blocks a learner with all its aliases for ever. To be called in a transaction during which nobody can enrol. */
    public static void block(Handle database, UUID learner, UUID erasure) {
        database.createUpdate(BLOCK)
                .bind("learner", learner)
                .bind("erasure", erasure)
                .execute();
    }

    public static boolean contains(Handle database, UUID learner) {
        return database.createQuery(CONTAINS)
                .bind("learner", learner)
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether a person is erased, or is going to be. */
    public static boolean isErased(Handle database, UUID learner) {
        return database.createQuery(IS_ERASED)
                .bind("learner", learner)
                .mapTo(Boolean.class)
                .one();
    }

    /** @param hasher makes the hashes of persons; usually nobody is blocked, and then it is not needed */
    static Set<Identity.Personal> among(
            Handle database, Set<Identity.Personal> persons, Supplier<PersonHasher> hasher) {
        if (persons.isEmpty()) {
            return Set.of();
        }
        Set<ByteBuffer> blocked = database.createQuery(HASHES).mapTo(byte[].class).stream()
                .map(ByteBuffer::wrap)
                .collect(Collectors.toSet());
        if (blocked.isEmpty()) {
            return Set.of();
        }
        PersonHasher lookUp = hasher.get();
        return persons.stream()
                .filter(person -> !Collections.disjoint(lookUp.hashes(person).values(), blocked))
                .collect(Collectors.toSet());
    }
}
