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

/** How far a change of the vault's keys is. */
@Schema(
        name = "KeyRotation",
        description = "Which keys the learner vault stands under, and how far a change of them is.")
record RotationView(
        @Schema(description = "The key under which a new learner can be found.", examples = "l2")
        String lookup,

        @Schema(description = "The key under which a new learner is encrypted.", examples = "c2")
        String cipher,

        @Schema(examples = "182554") long learners,

        @Schema(description = "How many are not yet under both.", examples = "0")
        long remaining,

        @Schema(description = "Keys that are listed and not current, or that something stands under.")
        List<Earlier> earlier,

        @Schema(description = "The running instances of this service.")
        List<Instance> instances,

        @Schema(description = "Whether nothing stands under any earlier key: these can go from the key file.")
        boolean complete) {

    /** A key that has been current. */
    @Schema(name = "EarlierKey")
    record Earlier(
            @Schema(
                    enumeration = {"lookup", "cipher"},
                    examples = "lookup")
            String purpose,

            @Schema(examples = "l1") String id,

            @Schema(
                    description =
                            "Whether the key file has it. What stands under one that it has not cannot be brought over.")
            boolean listed,

            @Schema(description = "Whether nothing new can come under it.")
            boolean retired,

            @Schema(description = "How many learners still stand under it.", examples = "0")
            long learners) {

        private boolean isOver() {
            return retired && learners == 0;
        }
    }

    /** A running instance. */
    @Schema(name = "VaultInstance")
    record Instance(
            @Schema(examples = "enrolment-service-0") String instance,

            @Schema(description = "Whether it takes new learners in under the current keys.")
            boolean isReady,

            @Schema(examples = "2026-04-02T09:15:00Z") Instant seenAt) {}

    private static final String STANDING = """
            select 'lookup', key_id, count(*) from learner_key group by key_id
            union all
            select 'cipher', cipher_key, count(*) from learner group by cipher_key
            """;

    static RotationView of(Handle database, VaultKeys.Listed keys, List<Instance> instances) {
        Map<String, Map<String, Long>> standing =
                new TreeMap<>(Map.of("lookup", new TreeMap<>(), "cipher", new TreeMap<>()));
        database.createQuery(STANDING)
                .map((row, context) ->
                        standing.get(row.getString(1)).merge(row.getString(2), row.getLong(3), Long::sum))
                .list();
        long learners = standing.get("cipher").values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long found = standing.get("lookup").getOrDefault(keys.lookup().current(), 0L);
        long sealed = standing.get("cipher").getOrDefault(keys.cipher().current(), 0L);
        long remaining = learners - Math.min(found, sealed);
        Set<RetiredKeys.Key> retired = RetiredKeys.all(database);
        List<Earlier> earlier = new ArrayList<>();
        for (RetiredKeys.Key key : earlier(keys, standing)) {
            earlier.add(new Earlier(
                    key.purpose(),
                    key.id(),
                    RetiredKeys.earlier(keys).contains(key),
                    retired.contains(key),
                    standing.get(key.purpose()).getOrDefault(key.id(), 0L)));
        }
        return new RotationView(
                keys.lookup().current(),
                keys.cipher().current(),
                learners,
                remaining,
                earlier,
                instances,
                remaining == 0 && earlier.stream().allMatch(Earlier::isOver));
    }

    private static Set<RetiredKeys.Key> earlier(VaultKeys.Listed keys, Map<String, Map<String, Long>> standing) {
        Set<RetiredKeys.Key> all = new TreeSet<>(RetiredKeys.ORDER);
        all.addAll(RetiredKeys.earlier(keys));
        standing.forEach((purpose, ids) -> ids.keySet().forEach(id -> all.add(new RetiredKeys.Key(purpose, id))));
        all.remove(new RetiredKeys.Key("lookup", keys.lookup().current()));
        all.remove(new RetiredKeys.Key("cipher", keys.cipher().current()));
        return all;
    }
}
