package kz.qadam.enrolment.learners;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import kz.qadam.chassis.base.crypto.SealedValue;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads and writes the rows of the vault in one transaction, with one list of keys. During a rotation, instances may
 * list different keys. A new person is hashed with every listed key, so that two instances find each other's row by a
 * key that both list.
 */
final class VaultRows {

    /**
     * A learner in the vault.
     *
     * @param surviving the learner that absorbed this one, or its own id
     * @param isNew whether this transaction created it
     */
    record Entry(UUID id, UUID surviving, boolean isNew) {}

    /** The encrypted number of a learner; a row of {@code learner}. */
    record SealedLearner(UUID id, SealedValue number) {}

    static final TableColumns<SealedLearner> LEARNERS =
            TableColumns.of(SealedLearner.class, Map.of("keyId", "cipher_key", "bytes", "sealed"));

    /** A keyed hash of a learner's number; a row of {@code learner_key}. */
    @SuppressWarnings("ArrayRecordComponent") // It is stored, and never compared.
    record LearnerHash(byte[] hash, String keyId, UUID learnerId) {}

    static final TableColumns<LearnerHash> HASHES = TableColumns.of(LearnerHash.class);

    private static final String FIND = """
            select hash, k.learner_id, coalesce(m.surviving, k.learner_id)
              from learner_key k left join learner_merge m on m.absorbed = k.learner_id where hash = any(:hashes)
            """;

    /**
     * Two transactions with the same new person conflict at a hash; because both insert in the order of hashes, they do
     * not deadlock. Nothing is inserted with a retired key.
     */
    private static final String ENTER =
            """
            with retired as (
                select purpose, id from retired_key),
            made as (
                insert into learner (%1$s, recorded_at) select %1$s, :now from %2$s
                on conflict (id) do update
                   set cipher_key = excluded.cipher_key, nonce = excluded.nonce, sealed = excluded.sealed)
            insert into learner_key (%3$s)
            select %3$s from %4$s
             where not exists (select from retired where purpose = 'lookup' and retired.id = key_id)
               and not exists (select from retired where purpose = 'cipher' and retired.id = :current)
             order by hash
            on conflict (hash) do nothing returning hash
            """.formatted(LEARNERS.names(), LEARNERS.rows("l"), HASHES.names(), HASHES.rows("h"));

    private static final String HAND_OVER = """
            update learner_key k set learner_id = w.winner
              from unnest(:losers, :winners) as w (loser, winner) where k.learner_id = w.loser
            """;

    private final Handle database;
    private final VaultKeys.KeyRings keys;
    private final PersonHasher lookUp;

    VaultRows(Handle database, VaultKeys.KeyRings keys) {
        this.database = database;
        this.keys = keys;
        this.lookUp = new PersonHasher(keys.lookup());
    }

    /** Returns those persons that are in the vault. */
    Map<Identity.Personal, Entry> find(Collection<Identity.Personal> persons) {
        Map<ByteBuffer, Identity.Personal> byHash = new HashMap<>();
        persons.forEach(person -> lookUp.hashes(person).values().forEach(hash -> byHash.put(hash, person)));
        return find(byHash, Map.of());
    }

    /** If several learners are found for one person, the one that another transaction created is used. */
    private Map<Identity.Personal, Entry> find(
            Map<ByteBuffer, Identity.Personal> byHash, Map<Identity.Personal, UUID> own) {
        Map<Identity.Personal, Entry> found = new HashMap<>();
        if (byHash.isEmpty()) {
            return found;
        }
        database.createQuery(FIND)
                .bindArray(
                        "hashes",
                        byte[].class,
                        byHash.keySet().stream().map(ByteBuffer::array).toList())
                .map((row, context) -> {
                    Identity.Personal person = byHash.get(ByteBuffer.wrap(row.getBytes(1)));
                    UUID id = row.getObject(2, UUID.class);
                    var entry = new Entry(id, row.getObject(3, UUID.class), id.equals(own.get(person)));
                    return found.merge(person, entry, (a, b) -> a.isNew() ? b : a);
                })
                .list();
        return found;
    }

    /** Creates learners for new persons. A person is missing in the result if a key of this instance is retired. */
    Map<Identity.Personal, Entry> enter(Collection<Identity.Personal> persons, Instant now) {
        Map<Identity.Personal, UUID> own = new HashMap<>();
        persons.forEach(person -> own.put(person, UUID.randomUUID()));
        return enter(own, now, ids -> remove(database, ids));
    }

    /** The same for learners who are there, and have no number: they are new in the result if they have it now. */
    Map<Identity.Personal, Entry> enterFor(Map<Identity.Personal, UUID> learners, Instant now) {
        return enter(learners, now, ids -> AdoptedLearners.removeNumbers(database, ids));
    }

    /** @param remove gets the ids that another one was found instead of */
    @SuppressWarnings("ByteBufferBackingArray") // A hash is a whole array.
    private Map<Identity.Personal, Entry> enter(
            Map<Identity.Personal, UUID> own, Instant now, Consumer<Collection<UUID>> remove) {
        Map<ByteBuffer, Identity.Personal> byHash = new HashMap<>();
        List<LearnerHash> hashes = new ArrayList<>();
        own.forEach((person, id) -> lookUp.hashes(person).forEach((key, hash) -> {
            byHash.put(hash, person);
            hashes.add(new LearnerHash(hash.array(), key, id));
        }));
        int written = insert(own, hashes, now);
        Map<Identity.Personal, Entry> entered = new HashMap<>();
        if (written == hashes.size()) {
            own.forEach((person, id) -> entered.put(person, new Entry(id, id, true)));
            return entered;
        }
        entered.putAll(find(byHash, own));
        remove.accept(handOver(own, entered));
        return entered;
    }

    private int insert(Map<Identity.Personal, UUID> own, List<LearnerHash> hashes, Instant now) {
        var seal = new LearnerSeal(keys.cipher());
        List<SealedLearner> learners = new ArrayList<>();
        own.forEach((person, id) -> learners.add(new SealedLearner(id, seal.seal(id, person))));
        Query enter = LEARNERS.bind(database.createQuery(ENTER), learners);
        return HASHES.bind(enter, hashes)
                .bind("current", keys.cipher().current())
                .bind("now", now)
                .mapTo(byte[].class)
                .list()
                .size();
    }

    /**
     * If another instance created the learner first, gives that learner the hashes that this transaction wrote with
     * keys which the other instance does not list.
     *
     * @return the ids that are not used
     */
    private List<UUID> handOver(Map<Identity.Personal, UUID> own, Map<Identity.Personal, Entry> entered) {
        List<UUID> losers = new ArrayList<>();
        List<UUID> winners = new ArrayList<>();
        List<UUID> unused = new ArrayList<>();
        own.forEach((person, id) -> {
            Entry entry = entered.get(person);
            if (entry == null || !entry.isNew()) {
                unused.add(id);
            }
            if (entry != null && !entry.isNew()) {
                losers.add(id);
                winners.add(entry.id());
            }
        });
        if (!losers.isEmpty()) {
            database.createUpdate(HAND_OVER)
                    .bindArray("losers", UUID.class, losers)
                    .bindArray("winners", UUID.class, winners)
                    .execute();
        }
        return unused;
    }

    static void remove(Handle database, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            database.createUpdate("delete from learner where id = any(:ids)")
                    .bindArray("ids", UUID.class, ids)
                    .execute();
        }
    }
}
