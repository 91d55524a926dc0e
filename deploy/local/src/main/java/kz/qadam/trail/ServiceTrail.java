package kz.qadam.trail;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The trail of a service, as it shows it to an auditor.
 *
 * @param blocks of all instances, each chain in its order
 * @param entries at least those of the blocks, and those of the period
 * @param heads of other services, which this one holds
 */
record ServiceTrail(String service, List<Block> blocks, List<Entry> entries, List<Head> heads) {

    /** @param path of the trail */
    static ServiceTrail read(String service, String path, AuditClient client, Period period)
            throws IOException, InterruptedException {
        Map<String, String> chained = query(period.ofBlocks());
        List<Block> blocks = new ArrayList<>();
        client.each(path + "/blocks", chained, item -> blocks.add(Block.of(item)));
        List<Head> heads = new ArrayList<>();
        client.each(path + "/heads", chained, item -> heads.add(Head.of(service, item)));
        List<Entry> entries = new ArrayList<>();
        client.each(path, query(spanned(blocks, period)), item -> entries.add(Entry.of(item)));
        return new ServiceTrail(service, blocks, entries, heads);
    }

    /** The period with all entries of the blocks. */
    private static Period spanned(List<Block> blocks, Period period) {
        Optional<Instant> first = blocks.stream().map(Block::firstAt).min(Comparator.naturalOrder());
        Optional<Instant> last = blocks.stream()
                .map(Block::lastAt)
                .max(Comparator.naturalOrder())
                .map(at -> at.plusMillis(1));
        return new Period(
                period.from().map(from -> first.filter(from::isAfter).orElse(from)),
                period.to().map(to -> last.filter(to::isBefore).orElse(to)));
    }

    private static Map<String, String> query(Period period) {
        Map<String, String> query = new TreeMap<>();
        period.from().ifPresent(from -> query.put("from", from.toString()));
        period.to().ifPresent(to -> query.put("to", to.toString()));
        return query;
    }
}
