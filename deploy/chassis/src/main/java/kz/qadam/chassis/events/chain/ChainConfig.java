package kz.qadam.chassis.events.chain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The proof of the trail. */
@ConfigMapping(prefix = "qadam.trail")
public interface ChainConfig {

    /** How often new entries are chained. Until then, an entry can be altered without a trace. */
    @WithDefault("10s")
    Duration chainEvery();

    /** How often the heads are sent to the other services. Until then, the newest blocks can be cut without a trace. */
    @WithDefault("1h")
    Duration headsEvery();

    /**
     * A file to which each head that arrives is added as a line of JSON, for auditors to take away. The directory must
     * exist. Without it, heads are only in the database.
     */
    Optional<Path> headsFile();
}
