package kz.qadam.chassis.events.chain;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.trail.SettledEntry;

/**
 * A part of the chain of an instance: the entries that were chained together. A row of the table {@code trail_block},
 * without the position up to which the trail was read for it.
 *
 * @param number in the chain of the instance, from 1 without a gap
 * @param firstAt the earliest instant of its entries
 * @param lastAt the latest
 * @param hashBefore the hash of the block before
 * @param hash the hash after its last entry
 * @param entries in the order of the chain
 * @param hashes after each entry, one behind the other
 */
@SuppressWarnings("ArrayRecordComponent") // Blocks are not compared.
record Block(
        String instance,
        long number,
        Instant firstAt,
        Instant lastAt,
        Instant chainedAt,
        byte[] hashBefore,
        byte[] hash,
        List<UUID> entries,
        byte[] hashes) {

    /**
     * The next block.
     *
     * @param before the newest block of the instance; empty for its first
     * @param entries at least one
     */
    static Block after(Optional<Block> before, String instance, List<SettledEntry> entries, Instant now) {
        byte[] hashBefore = before.map(Block::hash).orElseGet(ChainHash::start);
        byte[] hash = hashBefore;
        var hashes = new ByteArrayOutputStream(entries.size() * ChainHash.LENGTH);
        for (SettledEntry entry : entries) {
            hash = ChainHash.next(hash, CanonicalJson.of(entry.json()));
            hashes.writeBytes(hash);
        }
        List<Instant> instants = entries.stream()
                .map(SettledEntry::at)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new Block(
                instance,
                before.map(Block::number).orElse(0L) + 1,
                instants.get(0),
                instants.get(instants.size() - 1),
                now,
                hashBefore,
                hash,
                entries.stream().map(SettledEntry::id).toList(),
                hashes.toByteArray());
    }
}
