package kz.qadam.enrolment.learners;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** The progress of a key rotation. */
@Schema(name = "KeyRotation", description = "The keys of the learner vault, and the progress of a change of keys.")
record KeyRotationView(
        @Schema(description = "The key for the hash of new learners.", examples = "l2")
        String lookup,

        @Schema(description = "The key for the encryption of new learners.", examples = "c2")
        String cipher,

        @Schema(examples = "182554") long learners,

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
            select 'lookup', key_id, count(*) from learner_key group by key_id
            union all
            select 'cipher', cipher_key, count(*) from learner group by cipher_key
            """;

    static KeyRotationView of(Handle database, VaultKeys.KeyRings keys, List<Instance> instances) {
        Map<String, Map<String, Long>> learnersByKey =
                new TreeMap<>(Map.of("lookup", new TreeMap<>(), "cipher", new TreeMap<>()));
        database.createQuery(LEARNERS_BY_KEY)
                .map((row, context) ->
                        learnersByKey.get(row.getString(1)).merge(row.getString(2), row.getLong(3), Long::sum))
                .list();
        long learners = learnersByKey.get("cipher").values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long hashed = learnersByKey.get("lookup").getOrDefault(keys.lookup().current(), 0L);
        long sealed = learnersByKey.get("cipher").getOrDefault(keys.cipher().current(), 0L);
        long remaining = learners - Math.min(hashed, sealed);
        Set<RetiredKeys.Key> retired = RetiredKeys.all(database);
        List<Earlier> earlier = new ArrayList<>();
        for (RetiredKeys.Key key : earlier(keys, learnersByKey)) {
            earlier.add(new Earlier(
                    key.purpose(),
                    key.id(),
                    RetiredKeys.earlier(keys).contains(key),
                    retired.contains(key),
                    learnersByKey.get(key.purpose()).getOrDefault(key.id(), 0L)));
        }
        return new KeyRotationView(
                keys.lookup().current(),
                keys.cipher().current(),
                learners,
                remaining,
                earlier,
                instances,
                remaining == 0 && earlier.stream().allMatch(Earlier::isUnused));
    }

    private static Set<RetiredKeys.Key> earlier(VaultKeys.KeyRings keys, Map<String, Map<String, Long>> learnersByKey) {
        Set<RetiredKeys.Key> all = new TreeSet<>(RetiredKeys.ORDER);
        all.addAll(RetiredKeys.earlier(keys));
        learnersByKey.forEach((purpose, ids) -> ids.keySet().forEach(id -> all.add(new RetiredKeys.Key(purpose, id))));
        all.remove(new RetiredKeys.Key("lookup", keys.lookup().current()));
        all.remove(new RetiredKeys.Key("cipher", keys.cipher().current()));
        return all;
    }
}
