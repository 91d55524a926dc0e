package kz.qadam.enrolment.learners;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.TableColumns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** The progress of a key rotation. */
@Schema(name = "KeyRotation", description = "The keys of the learner vault, and the progress of a change of keys.")
record VaultKeyRotationView(
        @Schema(description = "The key for the hash of new learners.", examples = "l2")
        String lookup,

        @Schema(description = "The key for the encryption of new learners.", examples = "c2")
        String cipher,

        @Schema(description = "How many learners have a number in the vault.", examples = "182554")
        long learners,

        @Schema(description = "How many learners are not yet hashed and encrypted with both.", examples = "0")
        long remaining,

        @Schema(description = "Keys that are listed and not current, or that are still in use.")
        List<Earlier> earlier,

        @Schema(description = "The running instances of this service.")
        List<Instance> instances,

        @Schema(description = "True if no learner uses an earlier key: these can be removed from the key file.")
        boolean complete) {

    /** A key that was current earlier. */
    @Schema(name = "EarlierKey")
    record Earlier(
            @Schema(
                    enumeration = {"lookup", "cipher"},
                    examples = "lookup")
            String purpose,

            @Schema(examples = "l1") String id,

            @Schema(
                    description =
                            "Whether the key file has it. Learners that use a key which is missing cannot be resealed.")
            boolean listed,

            @Schema(description = "Whether no new learner can be written with it.")
            boolean retired,

            @Schema(description = "How many learners still use it.", examples = "0")
            long learners) {

        private boolean isUnused() {
            return retired && learners == 0;
        }
    }

    /** A running instance. */
    @Schema(name = "VaultInstance")
    record Instance(
            @Schema(examples = "enrolment-service-0") String instance,

            @Schema(description = "Whether it uses the current keys for new learners.")
            boolean isReady,

            @Schema(examples = "2026-04-02T09:15:00Z") Instant seenAt) {}

    private static final String LEARNERS_BY_KEY = """
            select 'lookup' as purpose, key_id as id, count(*) as learners from learner_key group by key_id
            union all
            select 'cipher', cipher_key, count(*) from learner where cipher_key is not null group by cipher_key
            """;

    private record KeyInUse(RetiredVaultKeys.Key key, long learners) {}

    private static final TableColumns<KeyInUse> KEYS_IN_USE = TableColumns.of(KeyInUse.class);

    static VaultKeyRotationView of(Handle database, VaultKeys.KeyRings keys, List<Instance> instances) {
        Map<RetiredVaultKeys.Key, Long> learners =
                database.createQuery(LEARNERS_BY_KEY).map(KEYS_IN_USE).collectToMap(KeyInUse::key, KeyInUse::learners);
        Set<RetiredVaultKeys.Key> current = RetiredVaultKeys.current(keys);
        long all = learners.entrySet().stream()
                .filter(one -> one.getKey().purpose().equals("cipher"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        long done = current.stream()
                .mapToLong(key -> learners.getOrDefault(key, 0L))
                .min()
                .orElseThrow();
        List<RetiredVaultKeys.Key> listed = RetiredVaultKeys.earlier(keys);
        Set<RetiredVaultKeys.Key> retired = RetiredVaultKeys.all(database);
        List<Earlier> earlier = Stream.concat(listed.stream(), learners.keySet().stream())
                .distinct()
                .filter(key -> !current.contains(key))
                .sorted(Comparator.comparing(RetiredVaultKeys.Key::purpose).thenComparing(RetiredVaultKeys.Key::id))
                .map(key -> new Earlier(
                        key.purpose(),
                        key.id(),
                        listed.contains(key),
                        retired.contains(key),
                        learners.getOrDefault(key, 0L)))
                .toList();
        return new VaultKeyRotationView(
                keys.lookup().current(),
                keys.cipher().current(),
                all,
                all - done,
                earlier,
                instances,
                all == done && earlier.stream().allMatch(Earlier::isUnused));
    }
}
