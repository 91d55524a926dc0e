package kz.qadam.trail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares a chain with the heads that others hold of it: a chain that was written anew, or cut, differs from them. */
final class HeadCheck {

    private HeadCheck() {}

    /**
     * Checks the heads of one instance.
     *
     * @param blocks of the instance; of a period, only those of it
     * @param heads of the same instance and period
     */
    static List<Finding> of(List<Block> blocks, List<Head> heads) {
        Map<Long, Block> byNumber = blocks.stream().collect(Collectors.toMap(Block::number, Function.identity()));
        return heads.stream()
                .map(head -> finding(head, Optional.ofNullable(byNumber.get(head.number()))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> finding(Head head, Optional<Block> block) {
        if (block.isEmpty()) {
            return Optional.of(finding(head, "the block is missing: the trail was cut"));
        }
        return block.get().hash().equals(head.hash())
                ? Optional.empty()
                : Optional.of(finding(head, "the block has another hash: the trail was written anew"));
    }

    private static Finding finding(Head head, String text) {
        return new Finding(
                head.service(),
                head.instance(),
                head.number(),
                "%s. %s holds it as of %s".formatted(text, head.holder(), head.chainedAt()));
    }
}
