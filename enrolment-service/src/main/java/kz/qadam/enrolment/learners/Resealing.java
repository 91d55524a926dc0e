package kz.qadam.enrolment.learners;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Hashes and encrypts learners with the current keys instead of earlier ones. A learner that cannot be decrypted,
 * because its key is no longer listed, stays as it is and does not stop the others.
 */
final class Resealing {

    private static final Logger LOG = Logger.getLogger(Resealing.class);

    /** Only one transaction at a time reseals; a second one would repeat the same work. */
    private static final long LOCK = 0x5ea1;

    /**
     * Locks with {@code no key update}, so that an enrolment of the same learner does not wait. A learner
     * whose number was removed is left out. {@code limit 1} makes
     * PostgreSQL look up the hash by learner; otherwise it would read the whole table for each batch.
     */
    private static final String OUTDATED = """
            select %s
              from learner l left join lateral (
                   select hash from learner_key where learner_id = l.id and key_id = :lookup limit 1) as k on true
             where l.id > :after and l.cipher_key is not null and (l.cipher_key <> :cipher or k.hash is null)
             order by l.id limit :most for no key update of l
            """.formatted(VaultRows.LEARNERS.names("l"));

    private static final String HASH = """
            insert into learner_key (%1$s) select %1$s from %2$s order by hash on conflict (hash) do nothing
            """.formatted(VaultRows.HASHES.names(), VaultRows.HASHES.rows("h"));

    private static final String SEAL =
            """
            update learner l set %s from %s where l.id = n.id
            """.formatted(VaultRows.LEARNERS.list("%1$s = n.%1$s", "id"), VaultRows.LEARNERS.rows("n"));

    private Resealing() {}

    /** Takes the lock for this transaction; false if another transaction has it. */
    static boolean tryLock(Handle database) {
        return database.createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Reseals the next learners in the order of id.
     *
     * @param most the greatest number of learners
     * @return the last of them; null if there was none
     */
    static UUID resealNext(Handle database, VaultKeys.KeyRings keys, UUID after, int most) {
        List<VaultRows.SealedLearner> learners = database.createQuery(OUTDATED)
                .bind("lookup", keys.lookup().current())
                .bind("cipher", keys.cipher().current())
                .bind("after", after)
                .bind("most", most)
                .map(VaultRows.LEARNERS)
                .list();
        if (learners.isEmpty()) {
            return null;
        }
        reseal(database, keys, learners);
        return learners.get(learners.size() - 1).id();
    }

    private static void reseal(Handle database, VaultKeys.KeyRings keys, List<VaultRows.SealedLearner> learners) {
        var seal = new LearnerSeal(keys.cipher());
        var lookUp = new PersonHasher(keys.lookup());
        List<VaultRows.LearnerHash> hashes = new ArrayList<>();
        List<VaultRows.SealedLearner> resealed = new ArrayList<>();
        for (VaultRows.SealedLearner learner : learners) {
            UUID id = learner.id();
            try {
                Identity.Personal person = seal.open(id, learner.number());
                hashes.add(new VaultRows.LearnerHash(
                        lookUp.hash(person).array(), keys.lookup().current(), id));
                resealed.add(new VaultRows.SealedLearner(id, seal.seal(id, person)));
            } catch (IllegalStateException e) {
                LOG.errorf(
                        "Learner %s stays encrypted with key %s: %s",
                        id, learner.number().keyId(), e.getMessage());
            }
        }
        VaultRows.HASHES.bind(database.createUpdate(HASH), hashes).execute();
        VaultRows.LEARNERS.bind(database.createUpdate(SEAL), resealed).execute();
    }
}
