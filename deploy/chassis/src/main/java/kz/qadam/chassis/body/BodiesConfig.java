package kz.qadam.chassis.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How much memory the bodies that are worked on at the same time may cost. More are answered 503 at once. */
@ConfigMapping(prefix = "qadam.bodies")
public interface BodiesConfig {

    /** The part of the largest heap (-Xmx) that all of them may cost together. */
    @WithDefault("0.5")
    double shareOfHeap();

    /** Instead of a part of the heap, so many bytes, such as 256M. */
    Optional<MemorySize> budget();

    /** The part of the budget that the bodies of one sender may cost: of an institution, or of the office. */
    @WithDefault("0.33")
    double shareOfSender();

    /** So much on top of the budget, as a part of it, for bodies of one item: batches that arrive slowly leave it free. */
    @WithDefault("0.1")
    double reserveForSingles();
}
