package kz.qadam.trail;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How far a service had chained its trail at each time. It chains the entries of all its instances in one order; so an
 * entry of any instance that is much older than one that was chained before it was added later.
 */
final class ChainedThrough {

    private final NavigableMap<Instant, Instant> youngest = new TreeMap<>();

    /** @param blocks of all instances of the service */
    ChainedThrough(List<Block> blocks) {
        Instant through = Instant.MIN;
        for (Block block :
                blocks.stream().sorted(Comparator.comparing(Block::chainedAt)).toList()) {
            through = later(through, block.lastAt());
            youngest.put(block.chainedAt(), through);
        }
    }

    /** The instant of the youngest entry that was chained before this instant. */
    Instant before(Instant chainedAt) {
        return valueOf(youngest.lowerEntry(chainedAt));
    }

    /** The instant of the youngest entry that is chained. */
    Instant now() {
        return valueOf(youngest.lastEntry());
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant valueOf(Map.Entry<Instant, Instant> entry) {
        return entry == null ? Instant.MIN : entry.getValue();
    }
}
