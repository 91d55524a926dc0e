package kz.qadam.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was verified, and what differs.
 *
 * @param heads how many heads were compared
 * @param findings the first one is the earliest difference of its chain
 */
record TrailReport(List<InstanceResult> instances, int heads, List<Finding> findings) {

    /** @param filed heads from the files of auditors */
    static TrailReport of(List<ServiceTrail> trails, List<Head> filed, Period period) {
        List<Head> heads = Stream.concat(trails.stream().flatMap(trail -> trail.heads().stream()), filed.stream())
                .filter(head -> period.ofBlocks().contains(head.chainedAt()))
                .toList();
        List<InstanceResult> results = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (ServiceTrail trail : trails) {
            var through = new ChainedThrough(trail.blocks());
            for (String instance : instances(trail, heads)) {
                List<Block> blocks = trail.blocks().stream()
                        .filter(block -> block.instance().equals(instance))
                        .toList();
                List<Entry> entries = trail.entries().stream()
                        .filter(entry -> entry.instance().equals(instance))
                        .toList();
                InstanceResult result = ChainCheck.of(trail.service(), instance, blocks, entries, through, period);
                results.add(result);
                findings.addAll(result.findings());
                findings.addAll(HeadCheck.of(
                        blocks,
                        heads.stream()
                                .filter(head -> head.service().equals(trail.service())
                                        && head.instance().equals(instance))
                                .toList()));
            }
        }
        return new TrailReport(results, heads.size(), findings);
    }

    /** Also those of which nothing but a head is left. */
    private static Set<String> instances(ServiceTrail trail, List<Head> heads) {
        Set<String> names = new TreeSet<>();
        trail.blocks().forEach(block -> names.add(block.instance()));
        trail.entries().forEach(entry -> names.add(entry.instance()));
        heads.stream()
                .filter(head -> head.service().equals(trail.service()))
                .forEach(head -> names.add(head.instance()));
        return names;
    }

    boolean isClean() {
        return findings.isEmpty();
    }

    /** One line each, for a person. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        instances.forEach(instance -> lines.add(instance.toString()));
        lines.add("%,d heads that were kept elsewhere were compared.".formatted(heads));
        if (isClean()) {
            lines.add("Nothing differs.");
        } else {
            lines.add("%,d differences. The first: %s".formatted(findings.size(), findings.get(0)));
            findings.stream().skip(1).limit(99).forEach(finding -> lines.add(finding.toString()));
        }
        return lines;
    }
}
