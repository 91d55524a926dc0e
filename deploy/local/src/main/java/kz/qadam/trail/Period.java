package kz.qadam.trail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The period that is verified.
 *
 * @param from inclusive; empty from the beginning
 * @param to exclusive; empty until now
 */
record Period(Optional<Instant> from, Optional<Instant> to) {

    /** Entries are chained within seconds. If the service was stopped before that, blocks outside hold them. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** The period in which the blocks were chained that have its entries. */
    Period ofBlocks() {
        return new Period(from.map(at -> at.minus(MARGIN)), to.map(at -> at.plus(MARGIN)));
    }

    boolean contains(Instant at) {
        return from.map(first -> !at.isBefore(first)).orElse(true)
                && to.map(at::isBefore).orElse(true);
    }
}
