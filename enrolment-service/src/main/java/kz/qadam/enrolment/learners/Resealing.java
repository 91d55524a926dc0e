package kz.qadam.enrolment.learners;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.crypto.Sealed;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Brings learners who stand under earlier keys under the current ones. Who they are, and how many, stays. One whose seal
 * does not open, since its key is listed no more, stays where it is and holds up nobody else.
 */
final class Resealing {

    private static final Logger LOG = Logger.getLogger(Resealing.class);

    /** One at a time: a second one would do the same again. */
    private static final long LOCK = 0x5ea1;

    /**
     * No key update: an enrolment of the same learner does not wait. Limited to one hash each, so that it is looked up by
     * the learner: the table would be read as a whole for each batch otherwise.
     */
    private static final String LACKING = """
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

    private record Row(UUID id, Sealed sealed) {}

    private Resealing() {}

    /** Whether this transaction may do it, and no other does. */
    static boolean isAlone(Handle database) {
        return database.createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * At most so many of those that come after one.
     *
     * @return the last one; null if there was none
     */
    static UUID next(Handle database, VaultKeys.Listed keys, UUID after, int most) {
        List<Row> rows = database.createQuery(LACKING)
                .bind("lookup", keys.lookup().current())
                .bind("cipher", keys.cipher().current())
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> new Row(
                        row.getObject(1, UUID.class), new Sealed(row.getString(2), row.getBytes(3), row.getBytes(4))))
                .list();
        if (rows.isEmpty()) {
            return null;
        }
        bring(database, keys, rows);
        return rows.get(rows.size() - 1).id();
    }

    private static void bring(Handle database, VaultKeys.Listed keys, List<Row> rows) {
        var seal = new LearnerSeal(keys.cipher());
        var lookUp = new LookUp(keys.lookup());
        List<UUID> ids = new ArrayList<>(rows.size());
        List<ByteBuffer> hashes = new ArrayList<>(rows.size());
        List<Sealed> sealed = new ArrayList<>(rows.size());
        for (Row row : rows) {
            try {
                Identity.Personal person = seal.open(row.id(), row.sealed());
                ids.add(row.id());
                hashes.add(lookUp.hash(person));
                sealed.add(seal.seal(row.id(), person));
            } catch (IllegalStateException e) {
                LOG.errorf(
                        "Learner %s stays under %s: %s", row.id(), row.sealed().keyId(), e.getMessage());
            }
        }
        database.createUpdate(HASH)
                .bind("key", keys.lookup().current())
                .bindArray("hashes", byte[].class, Vault.bytes(hashes))
                .bindArray("ids", UUID.class, ids)
                .execute();
        database.createUpdate(SEAL)
                .bind("key", keys.cipher().current())
                .bindArray("ids", UUID.class, ids)
                .bindArray(
                        "nonces",
                        byte[].class,
                        sealed.stream().map(Sealed::nonce).toList())
                .bindArray(
                        "sealed",
                        byte[].class,
                        sealed.stream().map(Sealed::bytes).toList())
                .execute();
    }
}
