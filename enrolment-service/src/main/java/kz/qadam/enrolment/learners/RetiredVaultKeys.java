package kz.qadam.enrolment.learners;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.base.crypto.KeyRing;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/** Retired keys: no new learner is written with them, even by an instance that has not reloaded the key file. */
final class RetiredVaultKeys {

    /** A key of the vault, by its purpose and its id. */
    record Key(String purpose, String id) {

        @Override
        public String toString() {
            return purpose + "." + id;
        }
    }

    private static final TableColumns<Key> COLUMNS = TableColumns.of(Key.class);

    private static final String RETIRE = """
            insert into retired_key (%1$s) select %1$s from %2$s on conflict do nothing
            """.formatted(COLUMNS.names(), COLUMNS.rows("k"));

    /**
     * Deletes only the hashes of learners that also have a hash with the current key. It is written so that PostgreSQL
     * looks up hashes by learner and does not read the whole table for each batch.
     */
    private static final String DELETE_HASHES = """
            with next as (
                select learner_id from learner_key
                 where learner_id > :after and key_id = any(:earlier) order by learner_id limit :most),
            gone as (
                delete from learner_key where hash = any(array(
                    select former.hash from (select distinct learner_id from next) as n
                     cross join lateral (
                           select from learner_key
                            where learner_id = n.learner_id and key_id = :current limit 1) as present
                     cross join lateral (
                           select hash from learner_key
                            where learner_id = n.learner_id and key_id = any(:earlier) offset 0) as former)))
            select learner_id from next order by learner_id desc limit 1
            """;

    private RetiredVaultKeys() {}

    /** The keys that are listed and not current. */
    static List<Key> earlier(VaultKeys.KeyRings keys) {
        return Stream.concat(earlier("lookup", keys.lookup()), earlier("cipher", keys.cipher()))
                .toList();
    }

    private static Stream<Key> earlier(String purpose, KeyRing ring) {
        return ring.keys().keySet().stream()
                .filter(id -> !id.equals(ring.current()))
                .map(id -> new Key(purpose, id));
    }

    /** The keys for new learners. */
    static Set<Key> current(VaultKeys.KeyRings keys) {
        return Set.of(
                new Key("lookup", keys.lookup().current()),
                new Key("cipher", keys.cipher().current()));
    }

    static Set<Key> all(Handle database) {
        return database.createQuery("select purpose, id from retired_key")
                .map(COLUMNS)
                .set();
    }

    /**
     * Waits until no enrolment is in progress, and retires the keys: later transactions see that they are retired.
     *
     * @return false if enrolments were in progress for the whole wait; the keys are then not retired
     */
    static boolean retire(Handle database, List<Key> keys) {
        if (!Aliases.lockExclusively(database)) {
            return false;
        }
        COLUMNS.bind(database.createUpdate(RETIRE), keys).execute();
        return true;
    }

    /**
     * Deletes the hashes with earlier keys of the next learners, in the order of id.
     *
     * @param most the greatest number of learners
     * @return the last of them; null if there was none
     */
    static UUID deleteNextHashes(Handle database, VaultKeys.KeyRings keys, UUID after, int most) {
        return database.createQuery(DELETE_HASHES)
                .bindArray(
                        "earlier",
                        String.class,
                        earlier("lookup", keys.lookup()).map(Key::id).toList())
                .bind("current", keys.lookup().current())
                .bind("after", after)
                .bind("most", most)
                .mapTo(UUID.class)
                .findOne()
                .orElse(null);
    }
}
