package kz.qadam.reporting.release;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Exact counts of the people of a cohort in a place, or of those of them who take a course or an area.
 *
 * @param people everybody
 * @param alone by owner of institutions: those whom this owner has enrolled in the cohort, and no other owner
 */
public record ExactPeople(FunnelCounts people, Map<String, FunnelCounts> alone) {

    /** Nobody is counted. */
    public static final ExactPeople NONE = new ExactPeople(FunnelCounts.NONE, Map.of());

    /** So many people whom no other owner has enrolled make an owner a holder. */
    private static final long FEWEST_ALONE = 10;

    private static final long FEWEST_HOLDERS = 2;

    public ExactPeople {
        alone = Map.copyOf(alone);
    }

    /** These people and others, each of whom is counted once. */
    ExactPeople plus(ExactPeople others) {
        Map<String, FunnelCounts> sum = new HashMap<>(alone);
        others.alone.forEach((owner, counts) -> sum.merge(owner, counts, FunnelCounts::plus));
        return new ExactPeople(people.plus(others.people), sum);
    }

    /** Everybody in each measure that two owners hold; zero in the others. */
    FunnelCounts held() {
        return new FunnelCounts(
                held(FunnelCounts::enrolled), held(FunnelCounts::completed), held(FunnelCounts::trained));
    }

    private long held(ToLongFunction<FunnelCounts> measure) {
        return holders(measure).count() < FEWEST_HOLDERS ? 0 : measure.applyAsLong(people);
    }

    /** The owners who hold the trained people; none if there are not two. */
    Stream<String> holdersOfTrained() {
        return held().trained() == 0 ? Stream.empty() : holders(FunnelCounts::trained);
    }

    private Stream<String> holders(ToLongFunction<FunnelCounts> measure) {
        return alone.entrySet().stream()
                .filter(owner -> measure.applyAsLong(owner.getValue()) >= FEWEST_ALONE)
                .map(owner -> owner.getKey());
    }
}
