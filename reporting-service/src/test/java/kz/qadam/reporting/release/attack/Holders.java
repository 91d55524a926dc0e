package kz.qadam.reporting.release.attack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import kz.qadam.reporting.release.FunnelCounts;

/** Who holds the counts of a place, by drafts of the rule. */
final class Holders {

    private static final long FEWEST = 10;
    private static final long FEWEST_OF_A_HOLDER_BEFORE = 7;

    private Holders() {}

    /** The people whom one institution alone has enrolled. */
    static Map<String, FunnelCounts> alone(RegionPeople people) {
        Map<String, FunnelCounts> alone = new HashMap<>();
        people.groups().forEach(some -> {
            some.onlyInstitution().ifPresent(one -> alone.merge(one, some.counts(), FunnelCounts::plus));
        });
        return alone;
    }

    /**
     * Everybody in each measure that two institutions hold.
     *
     * @param before those that held it before and still do, with at least seven, as measure and institution
     */
    static FunnelCounts held(RegionPeople people, Set<String> before) {
        Map<String, FunnelCounts> alone = alone(people);
        return each(stage -> holders(alone, stage).count()
                                + before.stream()
                                        .filter(one -> one.startsWith(stage + " "))
                                        .filter(one -> stage.of(alone.getOrDefault(
                                                        one.substring(
                                                                stage.name().length() + 1),
                                                        FunnelCounts.NONE))
                                                < FEWEST)
                                        .count()
                        < 2
                ? 0
                : stage.of(people.counts()));
    }

    /** Those that hold, and those that held before and have at least seven. */
    static Set<String> stayed(RegionPeople people, Set<String> before) {
        Map<String, FunnelCounts> alone = alone(people);
        Set<String> stayed = new HashSet<>();
        for (Stage stage : Stage.values()) {
            alone.forEach((institution, counts) -> {
                String one = stage + " " + institution;
                long least = before.contains(one) ? FEWEST_OF_A_HOLDER_BEFORE : FEWEST;
                if (stage.of(counts) >= least) {
                    stayed.add(one);
                }
            });
        }
        return stayed;
    }

    /** Everybody in each measure of which two institutions know ten, whoever else knows them. */
    static FunnelCounts heldByKnown(RegionPeople people) {
        return each(stage -> people.institutions().stream()
                                .filter(one -> stage.of(people.knownTo(one)) >= FEWEST)
                                .count()
                        < 2
                ? 0
                : stage.of(people.counts()));
    }

    /** Everybody in each measure that two institutions hold; if one holds it, those whom it knows. */
    static FunnelCounts orOfTheOnlyOne(RegionPeople people) {
        Map<String, FunnelCounts> alone = alone(people);
        return each(stage -> {
            Set<String> holders = new HashSet<>(holders(alone, stage).toList());
            return switch (holders.size()) {
                case 0 -> 0;
                case 1 -> stage.of(people.knownTo(holders.iterator().next()));
                default -> stage.of(people.counts());
            };
        });
    }

    private static Stream<String> holders(Map<String, FunnelCounts> alone, Stage stage) {
        return alone.entrySet().stream()
                .filter(one -> stage.of(one.getValue()) >= FEWEST)
                .map(one -> one.getKey());
    }

    private static FunnelCounts each(ToLongFunction<Stage> measure) {
        return new FunnelCounts(
                measure.applyAsLong(Stage.ENROLLED),
                measure.applyAsLong(Stage.COMPLETED),
                measure.applyAsLong(Stage.TRAINED));
    }
}
