package kz.qadam.enrolment.learners;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.crypto.SealedValue;
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
     * Locks with {@code no key update}, so that an enrolment of the same learner does not wait. {@code limit 1} makes
     * PostgreSQL look up the hash by learner; otherwise it would read the whole table for each batch.
     */
    private static final String OUTDATED = """
            select l.id, l.cipher_key, l.nonce, l.sealed
              from learner l left join lateral (
                   select hash from learner_key where learner_id = l.id and key_id = :lookup limit 1) as k on true
             where l.id > :after and (l.cipher_key <> :cipher or k.hash is null)
             order by l.id limit :most for no key update of l
            """;

    private static final String HASH = """
            insert into learner_key (hash, key_id, learner_id)
            select hash, :key, id from unnest(:hashes, :ids) as t (hash, id) order by hash
            on conflict (hash) do nothing
            """;

    private static final String SEAL = """
            update learner l set cipher_key = :key, nonce = t.nonce, sealed = t.sealed
              from unnest(:ids, :nonces, :sealed) as t (id, nonce, sealed) where l.id = t.id
            """;

    private record Row(UUID id, SealedValue sealed) {}

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
        List<Row> rows = database.createQuery(OUTDATED)
                .bind("lookup", keys.lookup().current())
                .bind("cipher", keys.cipher().current())
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> new Row(
                        row.getObject(1, UUID.class),
                        new SealedValue(row.getString(2), row.getBytes(3), row.getBytes(4))))
                .list();
        if (rows.isEmpty()) {
            return null;
        }
        reseal(database, keys, rows);
        return rows.get(rows.size() - 1).id();
    }

    private static void reseal(Handle database, VaultKeys.KeyRings keys, List<Row> rows) {
        var seal = new LearnerSeal(keys.cipher());
        var lookUp = new PersonHasher(keys.lookup());
        List<UUID> ids = new ArrayList<>(rows.size());
        List<ByteBuffer> hashes = new ArrayList<>(rows.size());
        List<SealedValue> sealed = new ArrayList<>(rows.size());
        for (Row row : rows) {
            try {
                Identity.Personal person = seal.open(row.id(), row.sealed());
                ids.add(row.id());
                hashes.add(lookUp.hash(person));
                sealed.add(seal.seal(row.id(), person));
            } catch (IllegalStateException e) {
                LOG.errorf(
                        "Learner %s stays encrypted with key %s: %s",
                        row.id(), row.sealed().keyId(), e.getMessage());
            }
        }
        database.createUpdate(HASH)
                .bind("key", keys.lookup().current())
                .bindArray("hashes", byte[].class, VaultRows.bytes(hashes))
                .bindArray("ids", UUID.class, ids)
                .execute();
        database.createUpdate(SEAL)
                .bind("key", keys.cipher().current())
                .bindArray("ids", UUID.class, ids)
                .bindArray(
                        "nonces",
                        byte[].class,
                        sealed.stream().map(SealedValue::nonce).toList())
                .bindArray(
                        "sealed",
                        byte[].class,
                        sealed.stream().map(SealedValue::bytes).toList())
                .execute();
    }
}
