package kz.qadam.trail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the entries of one instance with its chain. What it finds is in the order of the chain. */
final class ChainCheck {

    /** How much later an entry may be chained than one that is younger: no transaction is open for longer. */
    private static final Duration OUT_OF_ORDER = Duration.ofHours(1);

    private final String service;
    private final String instance;
    private final ChainedThrough through;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> chained = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private Instant youngest = Instant.MIN;

    private ChainCheck(String service, String instance, ChainedThrough through) {
        this.service = service;
        this.instance = instance;
        this.through = through;
    }

    /**
     * Checks a chain.
     *
     * @param blocks of the instance, in their order
     * @param entries of the instance: at least those of the blocks, and those of the period
     * @param through how far all chains of the service went
     */
    static InstanceResult of(
            String service,
            String instance,
            List<Block> blocks,
            List<Entry> entries,
            ChainedThrough through,
            Period period) {
        var check = new ChainCheck(service, instance, through);
        entries.forEach(check::add);
        return check.result(blocks, period);
    }

    /** After a broken connection a service may have added an entry twice. */
    private void add(Entry entry) {
        Entry before = entries.put(entry.id(), entry);
        if (before != null && !before.digest().equals(entry.digest())) {
            find(0, "entry %s of %s is there twice, and one was altered".formatted(entry.id(), entry.at()));
        }
    }

    private InstanceResult result(List<Block> blocks, Period period) {
        Block before = null;
        for (Block block : blocks) {
            checkPlace(before, block, period);
            youngest = ChainedThrough.later(youngest, through.before(block.chainedAt()));
            checkEntries(block);
            before = block;
        }
        youngest = ChainedThrough.later(youngest, through.now());
        List<Entry> others = entries.values().stream()
                .filter(entry -> !chained.contains(entry.id()) && period.contains(entry.at()))
                .toList();
        long last = before == null ? 0 : before.number();
        others.stream()
                .filter(this::isLate)
                .forEach(entry -> find(last, "entry %s of %s is in no block".formatted(entry.id(), entry.at())));
        long waiting = others.stream().filter(entry -> !isLate(entry)).count();
        return new InstanceResult(service, instance, blocks, waiting, List.copyOf(findings));
    }

    private void checkPlace(Block before, Block block, Period period) {
        if (before == null) {
            if (block.number() > 1 && period.from().isEmpty()) {
                find(block.number(), "the blocks before it are missing");
            }
            if (block.number() == 1 && !block.hashBefore().equals(Sha256.START)) {
                find(1, "it does not begin a chain");
            }
        } else if (block.number() != before.number() + 1) {
            find(block.number(), "the blocks after %d and before it are missing".formatted(before.number()));
        } else if (!block.hashBefore().equals(before.hash())) {
            find(block.number(), "it does not follow from block %d".formatted(before.number()));
        }
    }

    /** After a difference the check goes on from the hash in the chain, so that each altered entry is named once. */
    private void checkEntries(Block block) {
        String before = block.hashBefore();
        for (Block.Link link : block.links()) {
            Entry entry = entries.get(link.id());
            chained.add(link.id());
            if (entry == null) {
                find(block.number(), "entry %s is missing".formatted(link.id()));
            } else {
                checkEntry(block, entry, entry.hashAfter(before).equals(link.hash()));
            }
            before = link.hash();
        }
        if (!before.equals(block.hash())) {
            find(block.number(), "its hash is not that of its last entry");
        }
    }

    private void checkEntry(Block block, Entry entry, boolean isAsChained) {
        if (!isAsChained) {
            find(block.number(), "entry %s of %s was altered".formatted(entry.id(), entry.at()));
        } else if (!entry.hasItsText()) {
            find(block.number(), "the text of entry %s of %s was altered".formatted(entry.id(), entry.at()));
        } else if (isLate(entry)) {
            find(block.number(), "entry %s of %s was added later".formatted(entry.id(), entry.at()));
        }
        if (isAsChained) {
            youngest = ChainedThrough.later(youngest, entry.at());
        }
    }

    private boolean isLate(Entry entry) {
        return entry.at().plus(OUT_OF_ORDER).isBefore(youngest);
    }

    private void find(long number, String text) {
        findings.add(new Finding(service, instance, number, text));
    }
}
