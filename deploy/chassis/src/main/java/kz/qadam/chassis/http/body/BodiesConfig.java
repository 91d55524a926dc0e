package kz.qadam.chassis.http.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How much memory the bodies that are processed at the same time may use. Further bodies are answered 503 at once. */
@ConfigMapping(prefix = "qadam.bodies")
public interface BodiesConfig {

    /** The part of the maximum heap (-Xmx) that all bodies may use together. */
    @WithDefault("0.5")
    double shareOfHeap();

    /** A fixed budget instead of a part of the heap, such as 256M. */
    Optional<MemorySize> budget();

    /** The part of the budget that the bodies of one sender (an institution or the office) may use. */
    @WithDefault("0.33")
    double shareOfSender();

    /**
     * An additional reserve, as a part of the budget, for bodies with a single item: slowly arriving batches cannot use
     * it.
     */
    @WithDefault("0.1")
    double reserveForSingles();
}
