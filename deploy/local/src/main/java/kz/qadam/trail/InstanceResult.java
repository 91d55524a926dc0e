package kz.qadam.trail;

import java.time.Instant;
import java.util.List;

/**
 * What was checked of the trail of one instance.
 *
 * @param blocks in their order
 * @param waiting how many entries are not chained yet
 * @param findings in the order of the chain
 */
record InstanceResult(String service, String instance, List<Block> blocks, long waiting, List<Finding> findings) {

    int entries() {
        return blocks.stream().mapToInt(block -> block.links().size()).sum();
    }

    @Override
    public String toString() {
        if (blocks.isEmpty()) {
            return "%s, %s: no block; %,d entries are not chained yet".formatted(service, instance, waiting);
        }
        Instant from =
                blocks.stream().map(Block::firstAt).min(Instant::compareTo).orElseThrow();
        Instant to = blocks.stream().map(Block::lastAt).max(Instant::compareTo).orElseThrow();
        return "%s, %s: %,d entries in blocks %d to %d, from %s to %s; %,d entries are not chained yet"
                .formatted(
                        service,
                        instance,
                        entries(),
                        blocks.get(0).number(),
                        blocks.get(blocks.size() - 1).number(),
                        from,
                        to,
                        waiting);
    }
}
