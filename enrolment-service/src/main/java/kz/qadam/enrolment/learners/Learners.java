package kz.qadam.enrolment.learners;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.crypto.Sealed;
import org.jdbi.v3.core.Handle;

/** The learner vault: one random surrogate for one person, whoever sends the person first. */
@ApplicationScoped
public class Learners {

    /**
     * Who the persons are.
     *
     * @param created those that were nobody before this transaction
     */
    public record Admission(Map<Identity.Personal, UUID> ids, Set<UUID> created) {}

    private static final String FIND = """
            select hash, learner_id from learner_key where hash = any(:hashes)
            """;

    /** Two transactions with the same new person meet at the hash; in its order they never wait for each other in a ring. */
    private static final String CREATE = """
            with wanted as (
                select * from unnest(:ids, :hashes, :nonces, :sealed) as t (id, hash, nonce, sealed)),
            fresh as (
                insert into learner_key (hash, key_id, learner_id)
                select hash, :lookupKey, id from wanted order by hash
                on conflict (hash) do nothing returning learner_id)
            insert into learner (id, cipher_key, nonce, sealed, recorded_at)
            select id, :cipherKey, nonce, sealed, :now from wanted join fresh on fresh.learner_id = wanted.id
            returning id
            """;

    private final VaultKeys keys;
    private final LearnerSeal seal;

    Learners(VaultKeys keys) {
        this.keys = keys;
        this.seal = new LearnerSeal(keys.cipher);
    }

    /** The surrogates of these persons; whoever is new gets one. */
    public Admission admit(Handle database, Collection<Identity.Personal> persons, Instant now) {
        var lookUp = new LookUp(keys.lookup);
        Map<Identity.Personal, UUID> ids = found(database, lookUp, persons);
        Map<ByteBuffer, Identity.Personal> missing = new LinkedHashMap<>();
        for (Identity.Personal person : persons) {
            if (!ids.containsKey(person)) {
                missing.put(lookUp.hash(person), person);
            }
        }
        if (missing.isEmpty()) {
            return new Admission(ids, Set.of());
        }
        Set<UUID> created = create(database, lookUp, missing, now);
        ids.putAll(found(database, lookUp, missing.values()));
        return new Admission(ids, created);
    }

    /** Takes back those that were created in this transaction and that nothing came of. */
    public void dismiss(Handle database, Collection<UUID> created) {
        if (!created.isEmpty()) {
            database.createUpdate("delete from learner where id = any(:ids)")
                    .bindArray("ids", UUID.class, created)
                    .execute();
        }
    }

    /** Which of these are learners. */
    public Set<UUID> known(Handle database, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : database.createQuery("select id from learner where id = any(:ids)")
                        .bindArray("ids", UUID.class, ids)
                        .mapTo(UUID.class)
                        .set();
    }

    private static Map<Identity.Personal, UUID> found(
            Handle database, LookUp lookUp, Collection<Identity.Personal> persons) {
        Map<ByteBuffer, Identity.Personal> byHash = new HashMap<>();
        persons.forEach(person -> lookUp.hashes(person).forEach(hash -> byHash.put(hash, person)));
        Map<Identity.Personal, UUID> ids = new HashMap<>();
        if (!byHash.isEmpty()) {
            database.createQuery(FIND)
                    .bindArray("hashes", byte[].class, bytes(byHash.keySet()))
                    .map((row, context) ->
                            ids.put(byHash.get(ByteBuffer.wrap(row.getBytes(1))), row.getObject(2, UUID.class)))
                    .list();
        }
        return ids;
    }

    private Set<UUID> create(Handle database, LookUp lookUp, Map<ByteBuffer, Identity.Personal> missing, Instant now) {
        List<UUID> ids =
                missing.keySet().stream().map(hash -> UUID.randomUUID()).toList();
        List<Identity.Personal> persons = List.copyOf(missing.values());
        List<Sealed> sealed = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            sealed.add(seal.seal(ids.get(i), persons.get(i)));
        }
        return new HashSet<>(database.createQuery(CREATE)
                .bindArray("ids", UUID.class, ids)
                .bindArray("hashes", byte[].class, bytes(missing.keySet()))
                .bindArray(
                        "nonces",
                        byte[].class,
                        sealed.stream().map(Sealed::nonce).toList())
                .bindArray(
                        "sealed",
                        byte[].class,
                        sealed.stream().map(Sealed::bytes).toList())
                .bind("lookupKey", lookUp.keyId())
                .bind("cipherKey", keys.cipher.current())
                .bind("now", now)
                .mapTo(UUID.class)
                .list());
    }

    private static List<byte[]> bytes(Collection<ByteBuffer> hashes) {
        return hashes.stream().map(ByteBuffer::array).toList();
    }
}
