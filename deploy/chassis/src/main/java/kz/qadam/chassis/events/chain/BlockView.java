package kz.qadam.chassis.events.chain;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A block in an answer. */
@Schema(
        name = "TrailBlock",
        description = "A part of the chain of an instance: the entries that were chained together.")
public record BlockView(
        @Schema(description = "The instance whose entries these are.", examples = "enrolment-0")
        String instance,

        @Schema(description = "In the chain of the instance, from 1 without a gap.", examples = "17")
        long number,

        @Schema(description = "The earliest instant of its entries.")
        Instant firstAt,

        @Schema(description = "The latest instant of its entries.")
        Instant lastAt,

        @Schema(description = "When the entries were chained.")
        Instant chainedAt,

        @Schema(description = "The hash of the block before, in hexadecimal digits; zeros for the first block.")
        String hashBefore,

        @Schema(description = "The hash after the last entry.")
        String hash,

        @Schema(description = "In the order of the chain.") List<ChainedEntry> entries) {

    /** An entry in a block. */
    @Schema(name = "ChainedEntry", description = "An entry of the trail in its place in the chain.")
    public record ChainedEntry(
            @Schema(description = "The id of the entry in the trail.")
            UUID id,

            @Schema(description = "SHA-256 of the hash before and of the SHA-256 of the entry as canonical JSON.")
            String hash) {}

    static BlockView of(Block block) {
        HexFormat hex = HexFormat.of();
        return new BlockView(
                block.instance(),
                block.number(),
                block.firstAt(),
                block.lastAt(),
                block.chainedAt(),
                hex.formatHex(block.hashBefore()),
                hex.formatHex(block.hash()),
                IntStream.range(0, block.entries().size())
                        .mapToObj(i -> new ChainedEntry(
                                block.entries().get(i),
                                hex.formatHex(block.hashes(), i * ChainHash.LENGTH, (i + 1) * ChainHash.LENGTH)))
                        .toList());
    }
}
